/**
 * The fictional clients: given name, initials, prefix (or -), family name and, for those who
 * prefer English, `en`.
 */
export const PEOPLE = `
Annelies   | A.M.  | van der | Meulen
Youssef    | Y.    | -       | El Amrani
Saskia     | S.    | de      | Wit-Bakker
Jürgen     | J.    | -       | Möller
Renée      | R.C.  | van 't  | Hoff
Trần       | T.H.  | -       | Nguyễn
Hatice     | H.    | -       | Yıldız
Wiebe      | W.    | -       | Dijkstra
Shanti     | S.R.  | -       | Ramdin
Kwame      | K.    | -       | Boateng    | en
Marieke    | M.J.  | op den  | Kamp
Piotr      | P.    | -       | Wójcik
Gerrit     | G.    | ten     | Brinke
Fatima     | F.Z.  | -       | Benali
Carlos     | C.A.  | -       | Pereira
Ingrid     | I.    | van den | Broek
Samir      | S.    | -       | Haddad
Roos       | R.E.  | -       | Hofstra
Delano     | D.R.  | -       | Winklaar
Mei        | M.    | -       | Zhang
Tjitske    | T.    | -       | Hoekstra
Abel       | A.    | -       | Tesfay     | en
Willemijn  | W.A.  | ter     | Horst
Mehmet     | M.    | -       | Aksoy
Corrie     | C.    | van     | Leeuwen
Ruben      | R.J.  | de      | Groot
Oksana     | O.    | -       | Melnyk     | en
Henk       | H.J.  | van de  | Velde
Naomi      | N.    | -       | Sahetapy
Bart       | B.    | -       | Timmermans
Soraya     | S.    | -       | Mohammadi
Dirk       | D.    | in 't   | Veld
Esmeralda  | E.    | -       | Martina
Rachid     | R.    | -       | Ouali
Femke      | F.    | -       | Postma
Louis      | L.M.  | -       | Smeets
Aylin      | A.    | -       | Demir
Johan      | J.W.  | van     | Rijn
Priya      | P.    | -       | Sharma     | en
Elisabeth  | E.C.  | den     | Ouden
Thijs      | Th.   | -       | Verhoeven
Amina      | A.    | -       | Warsame
Sjoerd     | S.    | -       | Terpstra
Ricardo    | R.    | dos     | Santos
Hanneke    | J.    | van der | Wal
Milan      | M.    | -       | Novák
Linda      | L.    | -       | Kuipers
Ömer       | Ö.    | -       | Kılıç
Grietje    | G.    | -       | Bosma
Stefan     | S.    | -       | Lindqvist  | en
Jolanda    | J.P.  | van     | Beek
Ahmed      | A.    | -       | Al Khatib
Yvonne     | Y.    | de      | Ruiter
Frits      | F.    | -       | Schouten
Chantal    | C.    | -       | Girigorie
Maarten    | M.    | van den | Heuvel
Leila      | L.    | -       | Bouzid
Bas        | B.J.  | -       | Kramer
Sunita     | S.    | -       | Kanhai
Theo       | Th.   | van     | Dalen
Agnieszka  | A.    | -       | Zielińska
Peter      | P.    | -       | Nijhof
Eva        | E.    | -       | Mulder
Mustafa    | M.    | -       | Özdemir
Ineke      | I.    | -       | Blom
Jan        | J.    | -       | Visser
Ghislaine  | G.    | -       | Lemmens
Tariq      | T.    | -       | Chaudhry   | en
Lotte      | L.    | -       | Brouwer
Harm       | H.    | -       | Wolters
Adriana    | A.    | -       | Popescu
Nico       | N.    | van     | Es
Wilma      | W.    | -       | Scholten
Dewi       | D.    | -       | Pattiasina
Koen       | K.    | -       | Jacobs
Zeynep     | Z.    | -       | Şahin
Ria        | M.    | van der | Linden
Emre       | E.    | -       | Koç
Anouk      | A.    | -       | Peeters
Simon      | S.    | -       | Abraham
Truus      | G.    | -       | Veenstra
Felix      | F.    | von     | Berg
Mirjam     | M.    | -       | Kok
Daan       | D.    | -       | Prins
Layla      | L.    | -       | Nasser
Arie       | A.    | -       | Vermeer
Nadira     | N.    | -       | Rahimi
Bram       | B.    | van     | Leeuwen
Ilona      | I.    | -       | Szabó
Gijs       | G.J.  | te      | Winkel
Marleen    | M.    | -       | Hoogland
Ayoub      | A.    | -       | Chafik
Trudy      | G.    | -       | Baars
Xavier     | X.    | -       | Tromp
Inge       | I.    | van der | Plas
Kofi       | K.    | -       | Asante     | en
Margriet   | M.    | -       | Oosting
Selin      | S.    | -       | Aydın
Wout       | W.    | -       | Kempenaar
Elena      | E.    | -       | Georgiou   | en
Hielke     | H.    | -       | Wiersma
`

/** Streets that could be anywhere. */
export const STREETS = `
Oude Veerweg, Kersenhof, Molenpad, Lange Akker, Stationsplein, Hoge Wal, Zandkade, Perenlaan,
Plein 1813, Achter de Kerk, Duinroosstraat, Van Hamelstraat, Weverspad, Kleine Gracht, Lindelaan,
Eikenhof, 2e Dwarsstraat, Brink, Noorderdijk, Schippersgang, Meidoornstraat, Burgwal, Hofdijk,
Prinses Marijkelaan, Bakkersteeg, Zonnedauw, Koolmeeslaan, Markt, Vlierstraat, Turfkade
`

/** Towns that do not exist. */
export const TOWNS = `
Rivierdam, Rivierdam, Rivierdam, Zuiderveen, Zuiderveen, Kerkwaard, Kerkwaard, Lindebroek,
Westerhaven, Oosterhaven, Nieuw-Meerdam, Hagenoord
`
