import type { StageTexts } from './summary.ts'

/** What coach and client speak of in a career check, in the words of the summary. */
export const CAREER_CHECK: StageTexts = {
  meet: [
    'We hebben kennisgemaakt. U werkt {years} als {job} en vraagt zich af of dat zo moet blijven.',
    'Dit was ons eerste gesprek. U werkt in {sector} en wilt weten of dat de komende jaren zo blijft.',
    'We leerden elkaar kennen. U bent {job}, en u hoort uzelf steeds vaker zuchten.',
  ],
  start: [
    'Uw vraag is: past mijn werk nog bij mij? U wilt na vier gesprekken een duidelijk antwoord hebben.',
    'Ik heb uitgelegd wat een loopbaancheck is en wat niet. U krijgt inzicht en advies, de keuze maakt u zelf.',
    'U bent niet ongelukkig, maar op zondagavond ziet u op tegen de maandag. Dat is al een jaar zo.',
    'Uw leidinggevende stelde de check voor. U was eerst wantrouwig en bent gerust nu u weet dat zij niets te lezen krijgt zonder u.',
    'U wilt weten wat u waard bent op de arbeidsmarkt. U hebt voor het laatst gesolliciteerd toen u begon bij {workplace}.',
    'We hebben de privacyverklaring gelezen en u hebt gevraagd hoelang wij de testuitslagen bewaren.',
    'U hebt een jong gezin en rekent daarom in uren. Een baan met wisselende diensten valt voor u af.',
  ],
  explore: [
    'We hebben uw loopbaan in een lijn getekend. De pieken vallen samen met werk waarin het ging om {strength}.',
    'U hebt de test over drijfveren gemaakt. Zekerheid scoort laag en dat verraste u.',
    'We hebben besproken wat u nooit meer wilt. Bovenaan staat: vergaderen zonder dat er iets wordt besloten.',
    'U merkt dat u opleeft als het gaat over {interest}. In uw huidige werk is dat misschien een uur per week.',
    'U hebt uw werkweek bijgehouden. Veertien uur kostte energie, negen uur gaf energie; de rest was neutraal.',
    'Uit de vragenlijst komt dat u graag samenwerkt, maar niet graag leidinggeeft. U herkent dat meteen.',
    'We hebben gekeken wat u leert van een fout. U bent streng voor uzelf en mild voor anderen.',
    'U hebt drie mensen gevraagd waar zij u voor bellen. Alle drie noemden ze {strength2}.',
    'We hebben beroepen gesorteerd op kaartjes. Op uw stapel met ja liggen {wish} en {wish2}.',
    'U twijfelt of u te weinig hebt gestudeerd voor een volgende stap. Uw ervaring in {sector} telt voor veel werkgevers minstens zo zwaar.',
    'U vindt uw collega’s het mooiste aan uw werk. Dat maakt weggaan moeilijk, ook als de taken niet meer passen.',
    'De capaciteitentest ging beter dan u had verwacht. Vooral met cijfers bent u snel en precies.',
  ],
  plan: [
    'We hebben de uitslagen naast elkaar gelegd. De rode draad is {strength}, en werk dat ergens toe leidt.',
    'Er liggen nu drie wegen open: blijven en taken ruilen, intern overstappen, of verder kijken als {wish}.',
    'Blijven kan, zei u, als u een dag in de week met {interest} bezig mag zijn. Dat gaat u vragen.',
    'We hebben uitgezocht wat u voor {wish} nodig hebt. {Study} is genoeg om te beginnen.',
    'U hebt met iemand gesproken die al {wish} is. Het salaris viel tegen, het werk zelf juist niet.',
    'We hebben een schaal gemaakt van één tot tien. Blijven kreeg een vijf, overstappen een zeven.',
    'U wilt eerst het jaargesprek afwachten. We hebben op papier gezet wat u daarin wilt zeggen.',
    'Uw belangrijkste eis is nu helder: een team waarin u mag meedenken. Daar toetst u elke vacature aan.',
    'We hebben geoefend hoe u uw wens aan uw leidinggevende vertelt. U begint met wat u wilt en eindigt met een vraag.',
    'Een avondopleiding is nu te veel naast het gezin. Over twee jaar kan het wel, en dat voelt niet als uitstel.',
  ],
  act: [
    'U hebt het gesprek met uw leidinggevende gehad. Zij reageerde beter dan u dacht en wil meedenken.',
    'U hebt een dag meegelopen met een {wish}. Het tempo ligt hoger dan u gewend bent, en dat vond u fijn.',
    'We hebben uw cv in een nieuwe vorm gezet. Uw ervaring met {strength} staat nu op de eerste halve pagina.',
    'U hebt twee vacatures gevonden die passen bij uw eisen. U reageert op één ervan, als oefening en in ernst.',
    'U hebt {study} aangevraagd bij uw werkgever. Het antwoord komt volgende maand.',
    'U hebt besloten om een taak af te stoten die u al jaren tegenstaat. Een collega neemt haar graag over.',
  ],
  outcome: [
    'Dit was het laatste gesprek van uw loopbaancheck. U hebt gekozen: u blijft, en u gaat een dag per week ander werk doen.',
    'Uw besluit is om over te stappen naar werk als {wish}. U geeft uzelf daar een jaar voor.',
    'U zoekt eerst binnen uw eigen organisatie naar ander werk. Lukt dat niet voor de zomer, dan kijkt u verder.',
  ],
  close: [
    'We hebben het adviesrapport doorgenomen. U kon zich in alle conclusies vinden, op één woord na.',
    'U weet nu waarom u moe was: niet van te veel werk, maar van het verkeerde werk.',
    'U neemt het rapport mee naar uw jaargesprek. Of uw werkgever het hele rapport krijgt, beslist u later.',
    'Over een half jaar bel ik u om te horen hoe het gaat. Dat hebt u zelf gevraagd.',
  ],
}
