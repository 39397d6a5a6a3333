import type { StageTexts } from './summary.ts'

/** What coach and client speak of with clients who prefer English, whatever the service. */
export const ENGLISH: StageTexts = {
  meet: [
    'We got to know each other. You told me that you worked for {years} as {job} at {workplace}.',
    'This was our first talk. You were {job} until last year and now look for what comes next.',
    'We met for the first time. You spoke about {workplace} as if you still worked there.',
  ],
  start: [
    'I explained how we work here and what the principal does and does not get to read.',
    'You asked whether your Dutch is good enough. We agreed to speak English and to write your CV in Dutch.',
    'We went through the privacy statement together. You wanted to know who had opened your dossier, so I showed you.',
    'Your goal is clear: within a year you want to have work that you are proud of.',
    'You sometimes feel lost among all the letters that you get. You may bring them to me, and we read them together.',
    'Moving to the Netherlands cost you your profession for a while. You want to find a way back to it.',
  ],
  explore: [
    'We drew your working life as a line. The highest points all had to do with {strength}.',
    'You asked four people what you are good at. Three of them said {strength2}.',
    'The questionnaire says that you like {interest}. You laughed and said that anybody could have told you that.',
    'You kept a diary of your week. Meetings cost you energy; helping one person at a time gives you energy.',
    'We compared two jobs, {wish} and {wish2}. You could explain well why the first fits you better.',
    'You worry about your age. We looked at people who changed course after fifty, and you found two you know.',
    'Your diploma from abroad has been compared with a Dutch one. It counts for more than you had expected.',
    'We talked about directness at work. What sounds rude to you is often meant as help here.',
    'You told me about the team in which you felt at home. What made the difference was a lead who listened.',
    'You would rather earn less than work at night again. We made that a rule for your search.',
  ],
  plan: [
    'Your profile for the search is ready: {wish}, within three quarters of an hour, four days a week.',
    'You will take {study}. We worked out what it costs and who pays for it.',
    'We made a plan of small steps. The first is to phone one person a week whom you have not spoken to for a year.',
    'You practised telling your story in one minute. The third time you did not apologise any more.',
    'We agreed how you will notice that you are going too fast: three bad nights in a row, and you call me.',
    'You will ask your manager for a day of other work. We wrote down the first sentence.',
    'Your profile on the internet now says in plain words what you can do.',
  ],
  act: [
    'You sent three letters in the past weeks. One employer answered the same day.',
    'You had an interview in {town}. You thought it went badly, and then they invited you for a second one.',
    'The second interview was about {strength}, and you had a good example ready.',
    'You were turned down as {wish}. You phoned to ask why, which took courage, and the answer was kind.',
    'You spent a day with someone who works as {wish}. You came back with a page full of questions.',
    'You said no to extra work for the first time. Nobody was angry.',
    'We rewrote the first lines of your letter. They are about the employer now, and not about you.',
    'You finished {study}. The certificate goes at the top of your CV.',
    'It was a hard week and you did little. We made the goal smaller, so that you can reach it.',
    'You were offered a temporary job and took it. You can keep looking from there.',
    'You met two people from your network. One of them knows of a vacancy that has not been published yet.',
    'We practised talking about salary. You name an amount now and then keep quiet.',
  ],
  outcome: [
    'This was our last talk. You start as {wish} on the first of the month.',
    'You have no new job yet, but you know what you are looking for and how to find it.',
    'You have signed a contract for a year. We ate cake and looked at your first letter together.',
  ],
  close: [
    'We looked back. You remembered the day that you nearly stopped, and what made you stay.',
    'You know what to do if things get worse: rest first, then talk to your manager.',
    'I will phone you in half a year to hear how you are, as you asked.',
    'You read the final report. One sentence was not right, and I have changed it.',
  ],
}
