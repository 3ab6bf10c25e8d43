import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LigneHistorique } from '../../../core/api/historique';
import { LIBELLES_MODALITE } from '../../../core/vocabulaire';
import { Fenetre } from '../components/Fenetre';
import { LienTexte } from '../components/LienTexte';
import { useDroits } from '../droits';
import { cheminSuivi } from '../pages/pilotage/chemins';
import { lieuDuMotif } from './lieu-du-motif';
import { phraseEnvoi } from './phrase-envoi';

interface Props {
  ligne: LigneHistorique;
  onFermer: () => void;
}

/** What each origine means, for who is asked. */
const ORIGINES: Readonly<Record<LigneHistorique['origine'], string>> = {
  campagne: 'Il a été programmé par une campagne (Pilotage).',
  envoi_automatique: 'Il vient d’un envoi automatique, que la date de l’action déclenche.',
  fiche_action: 'Il a été demandé depuis la fiche de l’action.',
  fiche_entrepreneur: 'Il a été demandé depuis la fiche de la personne.',
};

function Chemin({ vers, libelle }: { vers: string; libelle: string }): JSX.Element {
  return (
    <Typography tag="p">
      <LienTexte to={vers}>{libelle}</LienTexte>
    </Typography>
  );
}

/** « Pourquoi ? » of any envoi: what became of it in a sentence to read aloud, and where the reason is mended. */
export function PourquoiEnvoi({ ligne, onFermer }: Props): JSX.Element {
  const { destinataire, typeDestinataire, destinataireDocumentId, actionDocumentId } = ligne;
  const { modeleDocumentId, typeContact, motif, origine, campagneId } = ligne;
  const droits = useDroits('campagnes.consulter-campagnes');
  const lieu =
    motif === null
      ? null
      : lieuDuMotif(motif, {
          ...{ typeDestinataire, personne: destinataireDocumentId, action: actionDocumentId },
          modele: modeleDocumentId === null ? null : { documentId: modeleDocumentId, typeContact },
        });
  const regles =
    origine === 'envoi_automatique' && actionDocumentId !== null && destinataireDocumentId !== null;
  return (
    <Fenetre titre={`« ${ligne.modele} », pour ${destinataire}`} onFermer={onFermer}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{phraseEnvoi(ligne)}</Typography>
        <Typography tag="p" textColor="neutral600">
          {LIBELLES_MODALITE[origine]} : {ORIGINES[origine]}
        </Typography>
        {lieu === null ? null : <Chemin vers={lieu.chemin} libelle={lieu.libelle} />}
        {regles ? (
          <Chemin
            vers={`/contacts-emails-sms/envois-automatiques/pourquoi?personne=${destinataireDocumentId}&action=${actionDocumentId}`}
            libelle="Voir tous les envois automatiques de cette personne pour cette action"
          />
        ) : null}
        {campagneId !== null && droits['campagnes.consulter-campagnes'] ? (
          <Chemin vers={cheminSuivi(campagneId)} libelle="Voir cette campagne et ses envois" />
        ) : null}
      </Flex>
    </Fenetre>
  );
}
