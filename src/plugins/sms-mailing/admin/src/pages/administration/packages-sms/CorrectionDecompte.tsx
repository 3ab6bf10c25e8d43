import { Button, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { correctionPackageSchema, type LignePackage } from '../../../../../core/package-sms';
import { parseSaisie } from '../../../../../core/saisie';
import { useCorrectPackageMutation } from '../../../api/packages-sms';
import { ChampNombre } from '../../../components/ChampNombre';
import { ChampTexte } from '../../../components/ChampTexte';
import { Fenetre } from '../../../components/Fenetre';
import { useEntretemps, type Recharger } from '../../../components/useEntretemps';
import { formatJour, formatNombre } from '../../../components/texte';
import { useAction } from '../../../components/useAction';

interface Props {
  lot: LignePackage;
  onRecharger: Recharger;
  onFermer: () => void;
}

type Sens = 'ajouter' | 'retirer';
type Erreurs = Partial<Record<'credits' | 'raison', string>>;

/** What the package will say, before the click. */
function Ensuite({ lot, credits }: { lot: LignePackage; credits: number }): JSX.Element {
  const { achetes, consommes } = lot;
  const apres = consommes + credits;
  return (
    <Typography role="status">
      Consommés : {formatNombre(consommes)}
      {credits === 0
        ? ` sur ${formatNombre(achetes)}.`
        : ` → ${formatNombre(apres)} ; il restera ${formatNombre(achetes - apres)} SMS.`}
    </Typography>
  );
}

/** Decision G9: « consommés » changes by a line of the journal, with who and why. */
export function CorrectionDecompte({ lot, onRecharger, onFermer }: Props): JSX.Element {
  const [sens, setSens] = useState<Sens>('ajouter');
  const [nombre, setNombre] = useState<number | undefined>();
  const [raison, setRaison] = useState('');
  const [erreurs, setErreurs] = useState<Erreurs>({});
  const entretemps = useEntretemps(onRecharger);
  const [correct, { isLoading }] = useCorrectPackageMutation();
  const run = useAction();
  const credits = sens === 'ajouter' ? (nombre ?? 0) : -(nombre ?? 0);

  async function submit(): Promise<void> {
    const { documentId, version } = lot;
    const lu = parseSaisie(correctionPackageSchema, { credits, raison, version });
    if (!lu.success) {
      const champs = lu.error.issues.map(({ path, message }) => [String(path[0]), message]);
      setErreurs(Object.fromEntries(champs) as Erreurs);
      return;
    }
    setErreurs({});
    const fait = await run(
      correct({ documentId, saisie: lu.data }),
      ({ consommes }) => `Le décompte est corrigé : ${formatNombre(consommes)} SMS consommés.`,
      entretemps.onEntretemps
    );
    if (fait !== null) {
      onFermer();
    }
  }

  return (
    <>
      <Fenetre
        titre={`Corriger le décompte du package du ${formatJour(lot.dateAchat)}`}
        onFermer={onFermer}
        modifiee={nombre !== undefined || raison !== ''}
        fermer="Annuler"
        action={
          <Button loading={isLoading} onClick={() => void submit()}>
            Corriger le décompte
          </Button>
        }
      >
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root name="sens">
            <Field.Label>Que faut-il corriger ?</Field.Label>
            <Radio.Group
              value={sens}
              onValueChange={(choisi: string) => {
                setSens(choisi === 'retirer' ? 'retirer' : 'ajouter');
              }}
            >
              <Radio.Item value="ajouter">
                Des SMS sont partis sans être décomptés : les ajouter aux consommés
              </Radio.Item>
              <Radio.Item value="retirer">
                Des SMS sont décomptés à tort : les retirer des consommés
              </Radio.Item>
            </Radio.Group>
          </Field.Root>
          <ChampNombre
            nom="credits"
            libelle="Nombre de SMS"
            nombre={nombre}
            erreur={erreurs.credits}
            requis
            onNombre={setNombre}
          />
          <ChampTexte
            nom="raison"
            libelle="Raison"
            valeur={raison}
            aide="Gardée dans le journal du package, avec votre nom."
            erreur={erreurs.raison}
            requis
            onValeur={setRaison}
          />
          <Ensuite lot={lot} credits={credits} />
        </Flex>
      </Fenetre>
      {entretemps.question}
    </>
  );
}
