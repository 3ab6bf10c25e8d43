import { Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import type { ModeleOuvert } from '../../../../../core/api/modeles';
import type { ValidationModele } from '../../../../../core/validation-modele';
import { useOpenModeleQuery, useSaveModeleMutation } from '../../../api/modeles';
import { Confirmation } from '../../../components/Confirmation';
import { useEntretemps } from '../../../components/useEntretemps';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { toModele, type Brouillon } from './brouillon';
import { Reveil } from './Reveil';
import { nameSort, SortProgrammes, type Sort } from './SortProgrammes';

interface Props {
  brouillon: Brouillon;
  ouvert: ModeleOuvert | null;
  validation: ValidationModele;
  /** No field is missing. */
  valable: boolean;
  modifie: boolean;
  /** Shows what is missing. */
  onRefuse: () => void;
  onEnregistre: (documentId: string) => void;
}

type Question = 'brouillon' | 'programmes' | 'sort' | 'reveil' | null;

/** What must be asked before this save (decisions A9, B8, B9). */
function chooseQuestion(
  { inactif }: Brouillon,
  ouvert: ModeleOuvert | null,
  activable: boolean
): Question {
  if (!inactif && !activable) {
    return 'brouillon';
  }
  if (ouvert === null) {
    return null;
  }
  if (ouvert.inactif && !inactif && ouvert.usage.envoisAutomatiques > 0) {
    return 'reveil';
  }
  if (ouvert.usage.programmes === 0) {
    return null;
  }
  return inactif && !ouvert.inactif ? 'sort' : 'programmes';
}

function describeProgrammes(ouvert: ModeleOuvert | null): string {
  return pluralize(ouvert?.usage.programmes ?? 0, 'envoi programmé', 'envois programmés');
}

/** « Enregistrer »: says first what a save would change for messages already on their way. */
export function Enregistrer(props: Props): JSX.Element {
  const { brouillon, ouvert, validation, valable, modifie, onRefuse, onEnregistre } = props;
  const [question, setQuestion] = useState<Question>(null);
  const [sort, setSort] = useState<Sort>(null);
  const { refetch } = useOpenModeleQuery(ouvert?.documentId ?? '', { skip: ouvert === null });
  const entretemps = useEntretemps(refetch);
  const [save, { isLoading }] = useSaveModeleMutation();
  const run = useAction();
  const { toggleNotification } = useNotification();

  async function persist(saisi: Brouillon, annulerProgrammes: boolean | null): Promise<void> {
    const enregistre = await run(
      save({
        documentId: ouvert?.documentId ?? null,
        version: ouvert?.version ?? null,
        annulerProgrammes,
        modele: toModele(saisi),
      }),
      ({ annules }) =>
        annules > 0
          ? `Modèle enregistré, ${pluralize(annules, 'envoi programmé annulé', 'envois programmés annulés')}.`
          : saisi.inactif
            ? 'Brouillon enregistré : il est inactif.'
            : 'Modèle enregistré.',
      entretemps.onEntretemps
    );
    if (enregistre !== null) {
      onEnregistre(enregistre.documentId);
    }
  }

  function start(): void {
    if (!valable) {
      onRefuse();
      toggleNotification({
        type: 'warning',
        message: 'Il manque quelque chose : les champs à compléter sont signalés en rouge.',
      });
      return;
    }
    const aDemander = chooseQuestion(brouillon, ouvert, validation.activable);
    if (aDemander === null) {
      void persist(brouillon, null);
    } else {
      setQuestion(aDemander);
    }
  }

  const fermer = (): void => {
    setQuestion(null);
  };

  return (
    <>
      <Button startIcon={<Check />} loading={isLoading} disabled={!modifie} onClick={start}>
        Enregistrer
      </Button>
      <Confirmation
        ouverte={question === 'brouillon'}
        titre="Enregistrer comme brouillon ?"
        confirmer="Enregistrer inactif"
        onConfirmer={() => persist({ ...brouillon, inactif: true }, null)}
        onFermer={fermer}
      >
        <Typography>
          Ce modèle ne peut pas être actif :{' '}
          {validation.signets.find(({ bloquant }) => bloquant)?.message ??
            'le message est trop long pour un SMS.'}
        </Typography>
        <Typography>
          Enregistré inactif, il vous attend dans la liste et personne ne peut l’envoyer.
        </Typography>
      </Confirmation>
      <Confirmation
        ouverte={question === 'programmes'}
        titre={`${describeProgrammes(ouvert)} avec ce modèle`}
        confirmer="Enregistrer quand même"
        onConfirmer={() => persist(brouillon, null)}
        onFermer={fermer}
      >
        <Typography>
          Ce qui est programmé n’est pas encore parti, et partira avec le texte que vous enregistrez
          maintenant.
        </Typography>
      </Confirmation>
      <Confirmation
        ouverte={question === 'sort'}
        titre={`${describeProgrammes(ouvert)} avec ce modèle`}
        confirmer={nameSort(sort, ouvert?.usage.programmes ?? 0)}
        annuler="Ne rien changer"
        danger={sort === 'annuler'}
        prete={sort !== null}
        onConfirmer={() => persist(brouillon, sort === 'annuler')}
        onFermer={fermer}
      >
        <Typography>Le modèle devient inactif. Que faire de ce qui est programmé ?</Typography>
        <SortProgrammes sort={sort} onSort={setSort} />
      </Confirmation>
      <Confirmation
        ouverte={question === 'reveil'}
        titre="Rendre ce modèle actif ?"
        confirmer="Enregistrer actif"
        annuler="Ne rien changer"
        onConfirmer={() => persist(brouillon, null)}
        onFermer={fermer}
      >
        <Reveil nombre={ouvert?.usage.envoisAutomatiques ?? 0} />
      </Confirmation>
      {entretemps.question}
    </>
  );
}
