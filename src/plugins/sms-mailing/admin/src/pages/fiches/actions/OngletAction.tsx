import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import type { FicheAction, ModeleDeFiche } from '../../../../../core/api/fiches';
import { useUpdateCrmMutation } from '../../../api/crm';
import { Carte } from '../../../components/Carte';
import { Confirmation } from '../../../components/Confirmation';
import { GardeSortie } from '../../../components/GardeSortie';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { useDroitCrm } from '../useDroitCrm';
import { ChampsAction } from './ChampsAction';
import {
  diffAction,
  erreurAction,
  listAPrevenir,
  listChangements,
  toSaisieAction,
  type Changement,
  type SaisieAction,
} from './saisie-action';

interface Props {
  action: FicheAction;
}

interface Question {
  changements: readonly Changement[];
  personnes: readonly string[];
}

const QUOI: Readonly<Record<Changement, string>> = {
  annulation: 'ne savent pas que l’action est annulée',
  date: 'ont l’ancienne date',
  heure: 'ont l’ancienne heure',
  lieu: 'ont l’ancien lieu',
  lien: 'ont l’ancien lien',
  intervenant: 'attendent un autre intervenant',
};

const QUOI_UN: Readonly<Record<Changement, string>> = {
  annulation: 'ne sait pas que l’action est annulée',
  date: 'a l’ancienne date',
  heure: 'a l’ancienne heure',
  lieu: 'a l’ancien lieu',
  lien: 'a l’ancien lien',
  intervenant: 'attend un autre intervenant',
};

/** What the rules will still do by themselves. */
function phraseRegles(changements: readonly Changement[]): string {
  if (changements.includes('annulation')) {
    return 'Aucun envoi automatique ne partira plus pour cette action.';
  }
  return changements.includes('date')
    ? 'Les envois automatiques suivront la nouvelle date.'
    : 'Les envois automatiques à venir diront la nouvelle information ; ceux déjà reçus ne changent pas.';
}

/** Named for a change when there is such a modèle; else whatever comes first. */
function proposeModele(
  modeles: readonly ModeleDeFiche[],
  changements: readonly Changement[]
): string {
  const mots = changements.includes('annulation')
    ? /annul/i
    : /chang|modif|report|déplac|nouve(au|l)/i;
  const possibles = modeles.filter(
    ({ raison, typeContact }) => raison === null && typeContact === 'email'
  );
  return (possibles.find(({ nom }) => mots.test(nom)) ?? possibles[0])?.documentId ?? '';
}

interface PrevenirProps {
  action: FicheAction;
  question: Question;
  onFermer: () => void;
}

/** « 12 personnes ont l'ancienne heure : les prévenir ? », with a modèle proposed; nothing leaves from here. */
function Prevenir({ action, question, onFermer }: PrevenirProps): JSX.Element {
  const { changements, personnes } = question;
  const [modele, setModele] = useState(() => proposeModele(action.modeles, changements));
  const navigate = useNavigate();
  const modeles = action.modeles.filter(({ raison }) => raison === null);
  const [premier = 'date'] = changements.includes('annulation')
    ? (['annulation'] as const)
    : changements;
  return (
    <Confirmation
      ouverte
      titre="Prévenir ?"
      confirmer="Choisir le message"
      annuler="Pas maintenant"
      onConfirmer={() => {
        const choisi = modeles.find(({ documentId }) => documentId === modele);
        navigate(`/actions/${action.documentId}/envois?type=${choisi?.typeContact ?? 'email'}`, {
          state: { personnes, modele },
        });
        return Promise.resolve();
      }}
      onFermer={onFermer}
    >
      <Typography fontWeight="bold">
        {pluralize(personnes.length, 'personne')}{' '}
        {(personnes.length === 1 ? QUOI_UN : QUOI)[premier]}.
      </Typography>
      <Typography>{phraseRegles(changements)}</Typography>
      {modeles.length === 0 ? null : (
        <Field.Root width="100%">
          <Field.Label>Modèle proposé</Field.Label>
          <SingleSelect
            value={modele}
            onChange={(valeur: string | number) => {
              setModele(String(valeur));
            }}
          >
            {modeles.map(({ documentId, nom }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {nom}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <Typography variant="pi" textColor="neutral600">
        Rien ne part encore : vous verrez le message et les personnes avant d’envoyer.
      </Typography>
    </Confirmation>
  );
}

/** What was saved, as long as the fiche has not been read again since. */
interface Enregistree {
  saisie: SaisieAction;
  changements: readonly Changement[];
}

/** Once the fiche says what was saved: who has what is no longer so. */
function questionOf(action: FicheAction, enregistree: Enregistree | null): Question | null {
  if (enregistree === null || action.passee) {
    return null;
  }
  const { saisie, changements } = enregistree;
  const relue = Object.keys(diffAction(toSaisieAction(action), saisie)).length === 0;
  const personnes = relue ? listAPrevenir(changements, action) : [];
  return personnes.length === 0 ? null : { changements, personnes };
}

/** Guide §8.a, onglet « Action »; at saving, whoever has what is no longer so may be told. */
export function OngletAction({ action }: Props): JSX.Element {
  const lue = toSaisieAction(action);
  const [saisie, setSaisie] = useState(lue);
  const [enregistree, setEnregistree] = useState<Enregistree | null>(null);
  const [update, { isLoading }] = useUpdateCrmMutation();
  const run = useAction();
  const peutModifier = useDroitCrm('update', 'action');
  const ecrits = diffAction(lue, saisie);
  const modifie = Object.keys(ecrits).length > 0;
  const question = questionOf(action, enregistree);
  const { documentId } = action;

  async function save(): Promise<void> {
    const changements = listChangements(lue, saisie);
    const faite = await run(
      update({ type: 'action', documentId, data: ecrits }),
      'L’action est enregistrée.'
    );
    if (faite !== null && changements.length > 0) {
      setEnregistree({ saisie, changements });
    }
  }

  return (
    <Carte titre="Action">
      <ChampsAction saisie={saisie} onSaisie={setSaisie} />
      {peutModifier ? (
        <Flex gap={3}>
          <Button
            loading={isLoading}
            disabled={!modifie || erreurAction(saisie) !== null}
            onClick={() => void save()}
          >
            Enregistrer
          </Button>
          {modifie ? (
            <Button
              variant="tertiary"
              onClick={() => {
                setSaisie(lue);
              }}
            >
              Revenir à ce qui est enregistré
            </Button>
          ) : null}
        </Flex>
      ) : (
        <Typography textColor="neutral600">
          Votre profil ne permet pas de modifier une action.
        </Typography>
      )}
      {question === null ? null : (
        <Prevenir
          action={action}
          question={question}
          onFermer={() => {
            setEnregistree(null);
          }}
        />
      )}
      <GardeSortie
        modifie={modifie && !isLoading}
        perte="Les modifications de l’action seraient perdues."
      />
    </Carte>
  );
}
