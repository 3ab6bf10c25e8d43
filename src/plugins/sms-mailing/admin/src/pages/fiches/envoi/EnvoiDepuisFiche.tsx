import { Button, Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ModeleDeFiche, ParticipantDeFiche } from '../../../../../core/api/fiches';
import { typeContactSchema, type TypeContact } from '../../../../../core/vocabulaire';
import type { DemandeEnvoi, Fiche } from '../../../api/fiches';
import { Carte } from '../../../components/Carte';
import { CaseGrille } from '../../../components/CaseGrille';
import { ApercuFiche, type Cible } from './ApercuFiche';
import { ChoixModeles } from './ChoixModeles';
import { ChoixParticipants, isEnAttente } from './ChoixParticipants';
import { ConfirmationFiche } from './ConfirmationFiche';
import { ResumeEnvoi } from './ResumeEnvoi';

interface Props {
  fiche: Fiche;
  modeles: readonly ModeleDeFiche[];
  tout: boolean;
  onTout: (tout: boolean) => void;
  /** On whom a message may be shown. */
  personnes: readonly Cible[];
  /** Null: a fiche Entrepreneur, written to its person. */
  participants: readonly ParticipantDeFiche[] | null;
  /** Ticked when the page opens. */
  depart: readonly string[];
  /** Proposed by what led here. */
  modelesDeDepart?: readonly string[];
  annulee: boolean;
  /** « Partira ce soir à 19h00 » */
  phraseDepart: string;
}

const AUCUN: readonly string[] = [];

const BOUTONS = {
  action: 'Envoyer immédiatement aux participants',
  entrepreneur: 'Programmer l’envoi (fait de nuit)',
} as const;

function useTypeContact(): [TypeContact, (type: TypeContact) => void] {
  const [params, setParams] = useSearchParams();
  const type = typeContactSchema.safeParse(params.get('type'));
  return [
    type.success ? type.data : 'email',
    (choisi) => {
      setParams(
        (avant) => {
          const apres = new URLSearchParams(avant);
          apres.set('type', choisi);
          return apres;
        },
        { replace: true }
      );
    },
  ];
}

function demandeOf(
  participants: readonly ParticipantDeFiche[] | null,
  choix: { coches: readonly string[]; personnes: readonly string[]; force: boolean }
): DemandeEnvoi {
  const { coches, personnes, force } = choix;
  const demande = { modeleDocumentIds: coches, force };
  return participants === null
    ? demande
    : {
        ...demande,
        entrepreneurDocumentIds: personnes,
        inclureListeAttente: participants.some(
          (p) => isEnAttente(p) && personnes.includes(p.documentId)
        ),
      };
}

/** What is still missing before the button; null: nothing. */
function phraseManque({ modeleDocumentIds, entrepreneurDocumentIds }: DemandeEnvoi): string | null {
  if (modeleDocumentIds.length === 0) {
    return 'Cochez d’abord un modèle.';
  }
  return entrepreneurDocumentIds?.length === 0 ? 'Cochez d’abord un participant.' : null;
}

interface DepartProps {
  fiche: Fiche;
  demande: DemandeEnvoi;
  phraseDepart: string;
  onForce: (force: boolean) => void;
  onOuvrir: () => void;
}

/** How many will leave and why not the others, then the button. */
function Depart({ fiche, demande, phraseDepart, onForce, onOuvrir }: DepartProps): JSX.Element {
  const manque = phraseManque(demande);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Checkbox
        checked={!demande.force}
        onCheckedChange={(oui) => {
          onForce(oui !== true);
        }}
      >
        {fiche.genre === 'action'
          ? 'Seulement ceux qui ne l’ont pas encore reçu'
          : 'Seulement si la personne ne l’a pas déjà reçu ou programmé'}
      </Checkbox>
      {manque === null ? <ResumeEnvoi fiche={fiche} demande={demande} /> : null}
      <Flex gap={4} wrap="wrap">
        <Button
          size="L"
          variant="success"
          startIcon={<PaperPlane />}
          disabled={manque !== null}
          onClick={onOuvrir}
        >
          {BOUTONS[fiche.genre]}
        </Button>
        <Typography textColor="neutral600">{manque ?? phraseDepart}</Typography>
      </Flex>
    </Flex>
  );
}

/** What led here proposed a message: it is in sight, under the head that stays. */
function Repere(): JSX.Element {
  const repere = useRef<HTMLDivElement>(null);
  useEffect(() => {
    repere.current?.scrollIntoView();
  }, []);
  return <div ref={repere} style={{ scrollMarginTop: '12rem' }} />;
}

/** Guide §8.b and §9.b: a type of contact, modèles, to whom, then the button. */
export function EnvoiDepuisFiche(props: Props): JSX.Element {
  const { fiche, modeles, tout, onTout, personnes, participants, depart, annulee } = props;
  const [type, setType] = useTypeContact();
  const [coches, setCoches] = useState(props.modelesDeDepart ?? AUCUN);
  const [choisis, setChoisis] = useState<readonly string[]>(depart);
  const [force, setForce] = useState(false);
  const [vu, setVu] = useState<ModeleDeFiche | null>(
    modeles.find(({ documentId }) => documentId === props.modelesDeDepart?.[0]) ?? null
  );
  const [ouverte, setOuverte] = useState(false);
  const demande = demandeOf(participants, { coches, personnes: choisis, force });

  const propose = (props.modelesDeDepart ?? AUCUN).length > 0;
  return (
    <Carte titre="Choix du modèle d’envoi">
      {propose ? <Repere /> : null}
      <Grid.Root gap={6}>
        <CaseGrille colonnes={7}>
          <ChoixModeles
            type={type}
            modeles={modeles}
            coches={coches}
            tout={tout}
            onType={(choisi) => {
              setType(choisi);
              setCoches([]);
              setVu(null);
            }}
            onCoches={setCoches}
            onTout={onTout}
            onVu={setVu}
          />
        </CaseGrille>
        <CaseGrille colonnes={5}>
          <ApercuFiche
            modele={vu}
            personnes={personnes}
            action={fiche.genre === 'action' ? fiche.documentId : null}
          />
        </CaseGrille>
      </Grid.Root>
      {participants === null ? null : (
        <ChoixParticipants
          participants={participants}
          type={type}
          coches={choisis}
          onCoches={setChoisis}
        />
      )}
      <Depart
        fiche={fiche}
        demande={demande}
        phraseDepart={props.phraseDepart}
        onForce={setForce}
        onOuvrir={() => {
          setOuverte(true);
        }}
      />
      {ouverte ? (
        <ConfirmationFiche
          fiche={fiche}
          demande={demande}
          annulee={annulee}
          onEnvoye={() => {
            setCoches([]);
          }}
          onFermer={() => {
            setOuverte(false);
          }}
        />
      ) : null}
    </Carte>
  );
}
