import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import {
  modificationPackageSchema,
  packageSmsSchema,
  type LignePackage,
} from '../../../../../core/package-sms';
import { parseSaisie } from '../../../../../core/saisie';
import { useAddPackageMutation, useModifyPackageMutation } from '../../../api/packages-sms';
import { Fenetre } from '../../../components/Fenetre';
import { ChampJour } from '../../../components/ChampJour';
import { ChampNombre } from '../../../components/ChampNombre';
import { useEntretemps, type Recharger } from '../../../components/useEntretemps';
import { formatNombre } from '../../../components/texte';
import { useAction } from '../../../components/useAction';

interface Props {
  /** null: a new package. */
  lot: LignePackage | null;
  onRecharger: Recharger;
  onFermer: () => void;
}

interface Saisie {
  dateAchat: string;
  achetes: number | undefined;
  consommes: number | undefined;
}

type Erreurs = Partial<Record<keyof Saisie, string>>;

const phraseReste = ({ achetes, consommes }: LignePackage): string =>
  `Le package est enregistré : ${formatNombre(achetes - consommes)} SMS restants.`;

function startSaisie(lot: LignePackage | null): Saisie {
  return { dateAchat: lot?.dateAchat ?? '', achetes: lot?.achetes, consommes: 0 };
}

/** The request that the form makes of what was typed; or what is wrong, field by field. */
function useEnregistrement(lot: LignePackage | null) {
  const [add, ajout] = useAddPackageMutation();
  const [modify, modification] = useModifyPackageMutation();
  return {
    isLoading: ajout.isLoading || modification.isLoading,
    prepare: ({ consommes, ...saisie }: Saisie) => {
      if (lot === null) {
        const lu = parseSaisie(packageSmsSchema, { ...saisie, consommes });
        return lu.success ? () => add(lu.data) : lu.error;
      }
      const { documentId, version } = lot;
      const lu = parseSaisie(modificationPackageSchema, { ...saisie, version });
      return lu.success ? () => modify({ documentId, saisie: lu.data }) : lu.error;
    },
  };
}

/** Guide §10: « en indiquant la date d'achat, le nombre de SMS achetés et ceux consommés ». */
export function FormulairePackage({ lot, onRecharger, onFermer }: Props): JSX.Element {
  const [saisie, setSaisie] = useState(startSaisie(lot));
  const [erreurs, setErreurs] = useState<Erreurs>({});
  const entretemps = useEntretemps(onRecharger);
  const { prepare, isLoading } = useEnregistrement(lot);
  const run = useAction();
  const change = (partie: Partial<Saisie>): void => {
    setSaisie((avant) => ({ ...avant, ...partie }));
  };

  async function submit(): Promise<void> {
    const envoi = prepare(saisie);
    if (typeof envoi !== 'function') {
      const champs = envoi.issues.map(({ path, message }) => [String(path[0]), message]);
      setErreurs(Object.fromEntries(champs) as Erreurs);
      return;
    }
    setErreurs({});
    if ((await run(envoi(), phraseReste, entretemps.onEntretemps)) !== null) {
      onFermer();
    }
  }

  return (
    <>
      <Fenetre
        titre={lot === null ? 'Ajouter un package' : 'Modifier le package'}
        onFermer={onFermer}
        modifiee={JSON.stringify(saisie) !== JSON.stringify(startSaisie(lot))}
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
            jour={saisie.dateAchat}
            erreur={erreurs.dateAchat}
            requis
            onJour={(dateAchat) => {
              change({ dateAchat });
            }}
          />
          <ChampNombre
            nom="achetes"
            libelle="Nombre de SMS achetés"
            nombre={saisie.achetes}
            erreur={erreurs.achetes}
            requis
            onNombre={(achetes) => {
              change({ achetes });
            }}
          />
          {lot === null ? (
            <ChampNombre
              nom="consommes"
              libelle="Nombre de SMS déjà consommés"
              nombre={saisie.consommes}
              aide="Pour reprendre un package entamé : ce qui était déjà parti."
              erreur={erreurs.consommes}
              onNombre={(consommes) => {
                change({ consommes });
              }}
            />
          ) : (
            <Typography textColor="neutral600">
              Les SMS consommés se comptent seuls. S’ils sont faux : « Corriger le décompte ».
            </Typography>
          )}
        </Flex>
      </Fenetre>
      {entretemps.question}
    </>
  );
}
