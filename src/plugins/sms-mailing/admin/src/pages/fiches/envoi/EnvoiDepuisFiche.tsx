import { Button, Flex, Grid } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ModeleDeFiche, ParticipantDeFiche } from '../../../../../core/api/fiches';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import { typeContactSchema, type TypeContact } from '../../../../../core/vocabulaire';
import type { DemandeEnvoi, Fiche } from '../../../api/fiches';
import { Carte } from '../../../components/Carte';
import { CaseGrille } from '../../../components/CaseGrille';
import { ApercuFiche, type Cible } from './ApercuFiche';
import { ChoixModeles } from './ChoixModeles';
import { ChoixParticipants, isEnAttente } from './ChoixParticipants';
import { ConfirmationFiche } from './ConfirmationFiche';
import { DepartEnvoi } from './DepartEnvoi';
import { FichiersDeLEnvoi } from './FichiersDeLEnvoi';

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
  choix: Pick<DemandeEnvoi, 'modeleDocumentIds' | 'force' | 'piecesJointes'> & {
    personnes: readonly string[];
  }
): DemandeEnvoi {
  const { personnes, ...demande } = choix;
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

/** What led here proposed a message: it is in sight, under the head that stays. */
function Repere(): JSX.Element {
  const repere = useRef<HTMLDivElement>(null);
  useEffect(() => {
    repere.current?.scrollIntoView();
  }, []);
  return <div ref={repere} style={{ scrollMarginTop: '12rem' }} />;
}

/** One mode at a time (guide §8.b): written to by e-mail, the same persons stay ticked for the SMS. */
function AussiLeSms(props: {
  fiche: Fiche;
  ecrits: boolean;
  onSms: () => void;
}): JSX.Element | null {
  const { fiche, ecrits, onSms } = props;
  return ecrits ? (
    <Flex>
      <Button variant="secondary" startIcon={<Message />} onClick={onSms}>
        {fiche.genre === 'action' ? 'Envoyer aussi le SMS aux mêmes' : 'Envoyer aussi un SMS'}
      </Button>
    </Flex>
  ) : null;
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
  const [confirmee, setConfirmee] = useState<DemandeEnvoi | null>(null);
  const [pieces, setPieces] = useState<readonly PieceJointeDeposee[]>([]);
  const [ecrits, setEcrits] = useState(false);
  const demande = demandeOf(participants, {
    ...{ modeleDocumentIds: coches, personnes: choisis, force },
    piecesJointes: type === 'sms' ? [] : pieces.map(({ id }) => id),
  });

  const choose = (choisi: TypeContact): void => {
    setType(choisi);
    setCoches([]);
    setVu(null);
    setEcrits(false);
  };
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
            onType={choose}
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
      {type === 'sms' ? null : <FichiersDeLEnvoi pieces={pieces} onChange={setPieces} />}
      <DepartEnvoi
        fiche={fiche}
        demande={demande}
        phraseDepart={props.phraseDepart}
        onForce={setForce}
        onOuvrir={setConfirmee}
      />
      <AussiLeSms
        fiche={fiche}
        ecrits={ecrits}
        onSms={() => {
          choose('sms');
        }}
      />
      {confirmee === null ? null : (
        <ConfirmationFiche
          fiche={fiche}
          demande={confirmee}
          annulee={annulee}
          onEnvoye={() => {
            setCoches([]);
            setPieces([]);
            setEcrits(type !== 'sms');
          }}
          onFermer={() => {
            setConfirmee(null);
          }}
        />
      )}
    </Carte>
  );
}
