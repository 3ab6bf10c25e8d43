import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, Cross, Download, Mail } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { Link } from 'react-router-dom';
import type { LigneCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import { useCancelCampagneMutation, useRelanceCampagneMutation } from '../../../api/campagnes';
import { Barre } from '../../../components/Barre';
import { Confirmation } from '../../../components/Confirmation';
import { formatInstant, pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { useTelecharger } from '../../../components/useTelecharger';
import { useDroits } from '../../../droits';
import { phraseProgrammes } from '../../../envoi/phrase-depart';
import { cheminCampagne, ongletOf, PILOTAGE } from '../chemins';
import { partFaite, phraseBilan } from './bilan';
import { Statut } from './Statut';

interface Props {
  ligne: EnJson<LigneCampagne>;
  campagneId: number;
}

export function phraseAnnulation({
  annules,
  dejaPris,
}: {
  annules: number;
  dejaPris: number;
}): string {
  const faits = pluralize(annules, 'envoi annulé', 'envois annulés');
  return dejaPris === 0
    ? `${faits}.`
    : `${faits}. ${pluralize(dejaPris, 'était déjà parti', 'étaient déjà partis')}.`;
}

function Annuler({ ligne, campagneId }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const [cancel] = useCancelCampagneMutation();
  const run = useAction();
  const { programmes } = ligne.bilan;
  return (
    <>
      <Button
        variant="danger-light"
        startIcon={<Cross />}
        onClick={() => {
          setOuverte(true);
        }}
      >
        Annuler la campagne
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre="Annuler cette campagne ?"
        confirmer={`Annuler ${pluralize(programmes, 'envoi')}`}
        annuler="La laisser partir"
        danger
        onConfirmer={() => run(cancel({ campagneId, cible: { tous: true } }), phraseAnnulation)}
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          {pluralize(programmes, 'personne ne recevra pas', 'personnes ne recevront pas')} «{' '}
          {ligne.modeleNom} » le {formatInstant(ligne.prevuLe)}. Ce qui est déjà parti le reste.
        </Typography>
      </Confirmation>
    </>
  );
}

function Relancer({ ligne, campagneId }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const [relance] = useRelanceCampagneMutation();
  const run = useAction();
  const { echecs } = ligne.bilan;
  return (
    <>
      <Button
        variant="secondary"
        startIcon={<ArrowClockwise />}
        onClick={() => {
          setOuverte(true);
        }}
      >
        Renvoyer aux échecs
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre="Renvoyer aux échecs ?"
        confirmer="Renvoyer aux échecs"
        annuler="Ne rien renvoyer"
        onConfirmer={() =>
          run(relance(campagneId), ({ programmes, phraseDepart }) =>
            phraseProgrammes(programmes, phraseDepart)
          )
        }
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          « {ligne.modeleNom} » repartira au prochain envoi du soir vers les personnes dont{' '}
          {pluralize(echecs, 'l’envoi est en échec', 'envois sont en échec').replace(/^1 /, '')}, à
          leurs coordonnées d’aujourd’hui. Qui l’a déjà reçu depuis est laissé de côté.
        </Typography>
      </Confirmation>
    </>
  );
}

/** « Écrire à ceux qui l'ont reçu »: another modèle, the same people. */
function Ecrire({ ligne }: Pick<Props, 'ligne'>): JSX.Element | null {
  const { documentId, typeDestinataire } = ligne;
  if (documentId === null) {
    return null;
  }
  const filtres = { typeDestinataire, recuCampagne: [documentId] };
  const params = new URLSearchParams({ filtres: JSON.stringify(filtres) });
  return (
    <LinkButton
      tag={Link}
      variant="secondary"
      startIcon={<Mail />}
      to={`${PILOTAGE}/${ongletOf(typeDestinataire).chemin}?${params.toString()}`}
    >
      Écrire à ceux qui l’ont reçu
    </LinkButton>
  );
}

function Actions({ ligne, campagneId }: Props): JSX.Element {
  const droits = useDroits('campagnes.programmer-campagne');
  const telecharger = useTelecharger();
  const { bilan, modeleDocumentId, typeContact, typeDestinataire } = ligne;
  const peut = droits['campagnes.programmer-campagne'];
  return (
    <Flex gap={2} wrap="wrap">
      {modeleDocumentId === null ? null : (
        <LinkButton
          tag={Link}
          variant="tertiary"
          to={cheminCampagne(
            { documentId: modeleDocumentId, typeContact, typeDestinataire },
            { campagneId, etape: 'resultats' }
          )}
        >
          Rouvrir la campagne
        </LinkButton>
      )}
      {bilan.envoyes > 0 ? <Ecrire ligne={ligne} /> : null}
      {peut && bilan.echecs > 0 ? <Relancer ligne={ligne} campagneId={campagneId} /> : null}
      {peut && bilan.programmes > 0 ? <Annuler ligne={ligne} campagneId={campagneId} /> : null}
      <Button
        variant="tertiary"
        startIcon={<Download />}
        onClick={() =>
          void telecharger(
            `/sms-mailing/campagnes/${String(campagneId)}/envois-csv`,
            `campagne-${String(campagneId)}.csv`
          )
        }
      >
        Télécharger (CSV)
      </Button>
    </Flex>
  );
}

/** Where the whole stands, and what can be done with it. */
export function Resume({ ligne, campagneId }: Props): JSX.Element {
  const { bilan, prevuLe, auteur, statut } = ligne;
  const part = partFaite(bilan);
  return (
    <Box
      tag="section"
      aria-label="Où en est la campagne"
      background="neutral0"
      padding={5}
      hasRadius
      shadow="tableShadow"
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={3} wrap="wrap">
          <Statut statut={statut} />
          <Typography fontWeight="bold" role="status">
            {phraseBilan(bilan)}
          </Typography>
        </Flex>
        {part > 0 && part < 1 ? (
          <Barre libelle={`Avancement : ${phraseBilan(bilan)}`} part={part} alerte={false} />
        ) : null}
        <Typography textColor="neutral600">
          Départ le {formatInstant(prevuLe)}
          {auteur === '' ? '' : `, programmé par ${auteur}`}. La liste des personnes est celle du
          jour où l’envoi a été programmé ; adresses et accords sont revérifiés au départ.
        </Typography>
        <Actions ligne={ligne} campagneId={campagneId} />
      </Flex>
    </Box>
  );
}
