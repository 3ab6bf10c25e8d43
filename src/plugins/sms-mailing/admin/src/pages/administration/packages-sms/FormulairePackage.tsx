import { Button, Flex } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { packageSmsSchema, type LignePackage } from '../../../../../core/package-sms';
import { parseSaisie } from '../../../../../core/saisie';
import { useSavePackageMutation } from '../../../api/packages-sms';
import { Fenetre } from '../../../components/Fenetre';
import { ChampJour } from '../../../components/ChampJour';
import { ChampNombre } from '../../../components/ChampNombre';
import { formatNombre } from '../../../components/texte';
import { useAction } from '../../../components/useAction';

interface Props {
  /** null: a new package. */
  lot: LignePackage | null;
  onFermer: () => void;
}

type Champ = 'dateAchat' | 'achetes' | 'consommes';
type Erreurs = Partial<Record<Champ, string>>;

/** Guide §10: « en indiquant la date d'achat, le nombre de SMS achetés et ceux consommés ». */
export function FormulairePackage({ lot, onFermer }: Props): JSX.Element {
  const [dateAchat, setDateAchat] = useState(lot?.dateAchat ?? '');
  const [achetes, setAchetes] = useState<number | undefined>(lot?.achetes);
  const [consommes, setConsommes] = useState<number | undefined>(lot?.consommes ?? 0);
  const [erreurs, setErreurs] = useState<Erreurs>({});
  const [save, { isLoading }] = useSavePackageMutation();
  const run = useAction();

  async function submit(): Promise<void> {
    const lu = parseSaisie(packageSmsSchema, { dateAchat, achetes, consommes });
    if (!lu.success) {
      const champs = lu.error.issues.map(({ path, message }) => [String(path[0]), message]);
      setErreurs(Object.fromEntries(champs) as Erreurs);
      return;
    }
    const demande = save({ documentId: lot?.documentId ?? null, lot: lu.data });
    const reste = formatNombre(lu.data.achetes - lu.data.consommes);
    if ((await run(demande, `Le package est enregistré : ${reste} SMS restants.`)) !== null) {
      onFermer();
    }
  }

  return (
    <Fenetre
      titre={lot === null ? 'Ajouter un package' : 'Corriger le package'}
      onFermer={onFermer}
      fermer="Annuler"
      action={
        <Button loading={isLoading} onClick={() => void submit()}>
          Enregistrer
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <ChampJour
          nom="dateAchat"
          libelle="Date d’achat du package"
          jour={dateAchat}
          erreur={erreurs.dateAchat}
          requis
          onJour={setDateAchat}
        />
        <ChampNombre
          nom="achetes"
          libelle="Nombre de SMS achetés"
          nombre={achetes}
          erreur={erreurs.achetes}
          requis
          onNombre={setAchetes}
        />
        <ChampNombre
          nom="consommes"
          libelle="Nombre de SMS déjà consommés"
          nombre={consommes}
          aide="Pour reprendre un package entamé : ce qui était déjà parti."
          erreur={erreurs.consommes}
          onNombre={setConsommes}
        />
      </Flex>
    </Fenetre>
  );
}
