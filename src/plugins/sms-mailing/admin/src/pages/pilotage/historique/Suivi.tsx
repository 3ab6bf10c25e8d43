import { Flex } from '@strapi/design-system';
import type { JSX } from 'react';
import { useParams } from 'react-router-dom';
import type { LigneCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import { useListCampagnesQuery } from '../../../api/campagnes';
import { Bandeau } from '../../../components/Bandeau';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { formatInstant } from '../../../components/texte';
import { RetourPilotage } from '../RetourPilotage';
import { EnvoisCampagne } from './EnvoisCampagne';
import { Resume } from './Resume';

/** While it leaves, every few seconds; else now and then. */
const VITE_MS = 3_000;
const LENT_MS = 30_000;

/** A campagne that has left keeps its outcome. */
function rythme(ligne: EnJson<LigneCampagne> | undefined): number {
  if (ligne === undefined || ligne.statut === 'en_cours') {
    return VITE_MS;
  }
  return ligne.statut === 'programme' ? LENT_MS : 0;
}

function titreOf(ligne: EnJson<LigneCampagne> | undefined): string {
  return ligne === undefined
    ? 'Campagne'
    : `${ligne.modeleNom} du ${formatInstant(ligne.prevuLe).slice(0, 10)}`;
}

/** Guide §7.c, one campagne: what it holds, what became of each, and what can still be done. */
export default function Suivi(): JSX.Element {
  const campagneId = Number(useParams().campagneId);
  const demande = { campagneId };
  const connue = useListCampagnesQuery(demande).data?.lignes[0];
  const etat = useListCampagnesQuery(demande, { pollingInterval: rythme(connue) });
  return (
    <PageModule
      titre={titreOf(connue)}
      sousTitre={connue?.libelle ?? ''}
      permission="campagnes.consulter-campagnes"
      retour={<RetourPilotage chemin="historique" libelle="Historique des campagnes d’envoi" />}
    >
      <Requete de={etat}>
        {({ lignes: [ligne] }) =>
          ligne === undefined ? (
            <Bandeau danger>
              Cette campagne n’existe plus, ou ne concerne personne de votre périmètre.
            </Bandeau>
          ) : (
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Resume ligne={ligne} campagneId={campagneId} />
              <EnvoisCampagne ligne={ligne} campagneId={campagneId} />
            </Flex>
          )
        }
      </Requete>
    </PageModule>
  );
}
