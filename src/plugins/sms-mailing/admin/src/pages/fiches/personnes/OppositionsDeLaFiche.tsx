import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import {
  LIBELLES_PORTEE,
  RAISONS_OPPOSITION,
  type CoordonneeOpposee,
  type Portee,
} from '../../../../../core/api/oppositions';
import type { FichePersonne } from '../../../../../core/api/repertoire';
import { useReadOppositionsQuery } from '../../../api/oppositions';
import { Carte } from '../../../components/Carte';
import { Requete } from '../../../components/Requete';
import { formatInstant } from '../../../components/texte';
import { useDroits } from '../../../droits';
import { AjoutOpposition } from '../../../oppositions/AjoutOpposition';
import { LeveeOpposition } from '../../../oppositions/LeveeOpposition';

/** What each scope stops, in the words of who wonders why nothing leaves. */
const ARRETE: Readonly<Record<Portee, string>> = {
  newsletter: 'elle ne reçoit plus ni newsletter ni promotion ; les messages de suivi partent',
  sms: 'elle ne reçoit plus aucun SMS ; les e-mails partent',
  tout: 'elle ne reçoit plus aucun message',
};

const PORTEES = Object.keys(LIBELLES_PORTEE) as Portee[];

interface Tenue {
  portee: Portee;
  source: string;
  survenueLe: string;
  adresses: string[];
}

/** What holds, scope by scope, with the addresses it is also kept for. */
function listTenues(coordonnees: readonly CoordonneeOpposee[]): Tenue[] {
  return PORTEES.flatMap((portee) => {
    const siennes = coordonnees.flatMap(({ adresse, oppositions }) =>
      oppositions
        .filter((opposition) => opposition.portee === portee)
        .map(({ source, survenueLe }) => ({ adresse, source, survenueLe }))
    );
    const [premiere] = [...siennes].sort((a, b) => (a.survenueLe < b.survenueLe ? -1 : 1));
    const adresses = siennes.flatMap(({ adresse }) => (adresse === null ? [] : [adresse]));
    return premiere === undefined
      ? []
      : [{ portee, ...premiere, adresses: [...new Set(adresses)] }];
  });
}

type Geste = CoordonneeOpposee['journal'][number];

const FAITS = { opposition: 'Opposition', levee: 'Levée', effacement: 'Effacement' } as const;

/** The same gesture was kept for each of her addresses: it is said once. */
function listGestes(coordonnees: readonly CoordonneeOpposee[]): Geste[] {
  const gestes = new Map(
    coordonnees
      .flatMap(({ journal }) => journal)
      .map((geste) => [`${geste.survenuLe} ${geste.geste} ${geste.portee}`, geste])
  );
  return [...gestes.values()].sort((a, b) => (a.survenuLe < b.survenuLe ? 1 : -1));
}

function describeGeste({ geste, portee, raison, preuve, auteur, survenuLe }: Geste): string {
  const dite = Object.hasOwn(RAISONS_OPPOSITION, raison)
    ? RAISONS_OPPOSITION[raison as keyof typeof RAISONS_OPPOSITION]
    : raison;
  const qui = auteur === '' ? 'la personne' : auteur;
  return `${formatInstant(survenuLe)} : ${FAITS[geste]}, ${LIBELLES_PORTEE[portee].toLowerCase()}, par ${qui}. ${dite}${preuve === null ? '' : ` (${preuve})`}.`;
}

function Contenu({
  fiche,
  coordonnees,
  peutGerer,
}: {
  fiche: FichePersonne;
  coordonnees: readonly CoordonneeOpposee[];
  peutGerer: boolean;
}): JSX.Element {
  const { typeDestinataire, documentId, nom } = fiche;
  const cible = { typeDestinataire, documentId };
  const tenues = listTenues(coordonnees);
  const gestes = listGestes(coordonnees);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {tenues.length === 0 ? (
        <Typography textColor="neutral600">Cette personne ne s’est opposée à rien.</Typography>
      ) : (
        tenues.map(({ portee, source, survenueLe, adresses }) => (
          <Flex key={portee} gap={3} justifyContent="space-between" wrap="wrap">
            <Typography>
              <strong>{LIBELLES_PORTEE[portee]}</strong>, depuis le {formatInstant(survenueLe)} (
              {source}) : {ARRETE[portee]}.
              {adresses.length === 0 ? '' : ` Gardée aussi pour ${adresses.join(', ')}.`}
            </Typography>
            {peutGerer ? <LeveeOpposition nom={nom} cible={cible} portee={portee} /> : null}
          </Flex>
        ))
      )}
      {gestes.length === 0 ? null : (
        <ul aria-label="Ce qui a été fait">
          {gestes.map((geste) => (
            <li key={`${geste.survenuLe} ${geste.geste} ${geste.portee}`}>
              <Typography variant="pi" textColor="neutral600">
                {describeGeste(geste)}
              </Typography>
            </li>
          ))}
        </ul>
      )}
      {peutGerer ? (
        <Flex>
          <AjoutOpposition personne={cible} />
        </Flex>
      ) : null}
    </Flex>
  );
}

function Lecture({ fiche, peutGerer }: { fiche: FichePersonne; peutGerer: boolean }): JSX.Element {
  const { typeDestinataire: type, documentId } = fiche;
  const { data, error, refetch } = useReadOppositionsQuery({ type, documentId });
  return (
    <Carte
      titre="Oppositions"
      aide="Ce que la personne ne veut plus recevoir, et ce que cela arrête."
    >
      <Requete de={{ data, error, refetch }}>
        {(coordonnees) => <Contenu fiche={fiche} coordonnees={coordonnees} peutGerer={peutGerer} />}
      </Requete>
    </Carte>
  );
}

/** Decision G1, on the fiche; nothing for who may not see it. */
export function OppositionsDeLaFiche({ fiche }: { fiche: FichePersonne }): JSX.Element | null {
  const droits = useDroits('oppositions.consulter-oppositions', 'oppositions.gerer-oppositions');
  return droits['oppositions.consulter-oppositions'] ? (
    <Lecture fiche={fiche} peutGerer={droits['oppositions.gerer-oppositions']} />
  ) : null;
}
