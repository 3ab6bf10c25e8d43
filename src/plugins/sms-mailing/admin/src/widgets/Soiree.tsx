import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Soiree as EtatSoiree } from '../../../core/soiree';
import { LienTexte } from '../components/LienTexte';
import { Requete } from '../components/Requete';
import { pluralize } from '../components/texte';
import { accordeDepart } from '../envoi/phrase-depart';
import { AlertesSoiree } from './AlertesSoiree';
import { DetailSoiree } from './DetailSoiree';
import { phraseAge, phraseDepart, useSoireeSuivie } from './soiree-suivie';

/** « 93 messages, dont 28 envois automatiques, 2 SMS décomptés. » */
function phraseTotal({ programmes, automatiquesCeSoir, creditsCeSoir }: EtatSoiree): string {
  return [
    pluralize(programmes + automatiquesCeSoir, 'message'),
    ...(automatiquesCeSoir === 0 || programmes === 0
      ? []
      : [`dont ${pluralize(automatiquesCeSoir, 'envoi automatique', 'envois automatiques')}`]),
    ...(creditsCeSoir === 0 ? [] : [pluralize(creditsCeSoir, 'SMS décompté', 'SMS décomptés')]),
  ].join(', ');
}

const RIEN = 'Rien n’est programmé pour le prochain envoi.';
const TOUT_RETENU = 'Rien ne partira au prochain envoi : tout ce qui est programmé est retenu.';

/** « Partiront ce soir à 19h00 : 93 messages, 2 SMS décomptés. » */
function phraseSoiree(soiree: EtatSoiree): string {
  const { programmes, automatiquesCeSoir, retenus } = soiree;
  const total = programmes + automatiquesCeSoir;
  if (total > 0) {
    return `${accordeDepart(phraseDepart(soiree), total)} : ${phraseTotal(soiree)}.`;
  }
  return Object.values(retenus).some((nombre) => nombre > 0) ? TOUT_RETENU : RIEN;
}

function Contenu({ soiree }: { soiree: EtatSoiree }): JSX.Element {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <AlertesSoiree soiree={soiree} />
      <Typography fontWeight="semiBold">{phraseSoiree(soiree)}</Typography>
      {soiree.perimee ? (
        <Typography variant="pi" textColor="neutral600">
          {phraseAge(soiree)}
        </Typography>
      ) : null}
      <DetailSoiree lignes={soiree.lignes} exclus={soiree.exclus} />
      <Typography tag="p">
        <LienTexte to="/ce-soir">Ouvrir « Ce soir »</LienTexte>
      </Typography>
    </Flex>
  );
}

/** The panel opens on the evening's work: what leaves at 19h, and what only a human can decide. */
export default function Soiree(): JSX.Element {
  return (
    <Requete de={useSoireeSuivie(undefined)}>{(soiree) => <Contenu soiree={soiree} />}</Requete>
  );
}
