import { Box, Button, Divider, Flex, Typography } from '@strapi/design-system';
import { useId, useMemo, useState, type JSX, type ReactNode } from 'react';
import type {
  ApercuRegle,
  TableEnvoisAutomatiques,
} from '../../../../../../core/api/envois-automatiques';
import type { References } from '../../../../../../core/api/references';
import type { EnvoiAutomatique } from '../../../../../../core/envoi-automatique';
import {
  usePreviewRegleQuery,
  useSaveEnvoiAutomatiqueMutation,
  type RegleLue,
  type RegleVisee,
} from '../../../../api/envois-automatiques';
import { useListModelesQuery } from '../../../../api/modeles';
import { Fenetre } from '../../../../components/Fenetre';
import { useEntretemps, type Recharger } from '../../../../components/useEntretemps';
import { useAction } from '../../../../components/useAction';
import { useDiffere } from '../../../../components/useDiffere';
import type { Perimetre } from '../../../../../../core/perimetre';
import { CaseACocher } from './CaseACocher';
import { ChampsAction } from './ChampsAction';
import { ChampPerimetre } from './ChampPerimetre';
import { ChampsMessage } from './ChampsMessage';
import { EnClair } from './EnClair';
import { listNoms } from './noms';
import { OptionsAvancees } from './OptionsAvancees';
import { namePerimetre } from './perimetre';
import { readQuand } from '../quand';
import { chooseQuestion, QuestionEnvoi, type Question } from './QuestionEnvoi';
import { readSaisie, type Erreurs, type Ouverture, type Saisie } from './saisie';

interface Props {
  ouverture: Ouverture;
  liste: TableEnvoisAutomatiques;
  options: References;
  onRecharger: Recharger;
  onEnregistre: (documentId: string) => void;
  onFermer: () => void;
}

function ChampsObligatoires(): JSX.Element {
  return (
    <Typography variant="pi" textColor="neutral600">
      <Typography variant="pi" textColor="danger600">
        *
      </Typography>{' '}
      Champs obligatoires
    </Typography>
  );
}

function Partie({ titre, children }: { titre: string; children: ReactNode }): JSX.Element {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id}>
      <Typography id={id} tag="h3" variant="delta">
        {titre}
      </Typography>
      <Box paddingTop={3}>{children}</Box>
    </Box>
  );
}

/** Whom the rule under the pen reaches, and who else does; null until the server has said so. */
function useApercu(
  regle: EnvoiAutomatique | null,
  perimetre: Perimetre,
  lue: RegleLue | null
): ApercuRegle | null {
  const documentId = lue?.documentId ?? null;
  const visee = useMemo(
    () => (regle === null ? null : { regle, perimetre, documentId }),
    [regle, perimetre, documentId]
  );
  const posee = useDiffere(visee, 400);
  const { currentData } = usePreviewRegleQuery(posee as RegleVisee, { skip: posee === null });
  // While one types, what was counted is another rule.
  return posee === visee ? (currentData ?? null) : null;
}

function useModele({ typeContact, modeleDocumentId }: Saisie): { nom: string; inactif: boolean } {
  const { data = [] } = useListModelesQuery(typeContact ?? 'email', {
    skip: typeContact === null,
  });
  return (
    data.find(({ documentId }) => documentId === modeleDocumentId) ?? { nom: '…', inactif: false }
  );
}

interface ChampsProps extends Pick<Props, 'liste' | 'options'> {
  saisie: Saisie;
  erreurs: Erreurs;
  onChange: (partie: Partial<Saisie>) => void;
}

function Champs({ saisie, erreurs, liste, options, onChange }: ChampsProps): JSX.Element {
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <ChampsObligatoires />
      <Partie titre="L’action qui déclenche l’envoi">
        <ChampsAction
          criteres={saisie.criteres}
          options={options}
          onChange={(criteres) => {
            onChange({ criteres });
          }}
        />
      </Partie>
      <Divider />
      <Partie titre="Sur les fiches de qui">
        <ChampPerimetre
          perimetre={saisie.perimetre}
          choix={liste.choixPerimetre}
          erreur={erreurs.perimetre}
          onPerimetre={(perimetre) => {
            onChange({ perimetre });
          }}
        />
      </Partie>
      <Divider />
      <Partie titre="Le message">
        <ChampsMessage
          saisie={saisie}
          erreurs={erreurs}
          prochainSoir={liste.soir}
          heure={liste.heure}
          onChange={onChange}
        />
      </Partie>
      <CaseACocher
        label="Inactif"
        explication="L’envoi reste dans le tableau sans partir le soir."
        coche={saisie.inactif}
        onChange={(inactif) => {
          onChange({ inactif });
        }}
      />
      <OptionsAvancees saisie={saisie} onChange={onChange} />
    </Flex>
  );
}

/** Guide §6.c « une page pop-up apparaît que vous devez remplir ». */
export function FormulaireEnvoi(props: Props): JSX.Element {
  const { ouverture, liste, options, onRecharger, onEnregistre, onFermer } = props;
  const { lue } = ouverture;
  const [saisie, setSaisie] = useState(ouverture.saisie);
  const [soumise, setSoumise] = useState(false);
  const [question, setQuestion] = useState<Question>(null);
  const entretemps = useEntretemps(onRecharger);
  const [save, { isLoading }] = useSaveEnvoiAutomatiqueMutation();
  const run = useAction();
  const lecture = useMemo(() => readSaisie(saisie), [saisie]);
  const regle = 'regle' in lecture ? lecture.regle : null;
  const erreurs: Erreurs = soumise && 'erreurs' in lecture ? lecture.erreurs : {};
  const modele = useModele(saisie);
  const apercu = useApercu(regle, saisie.perimetre, lue);
  const compte = apercu?.ceSoir ?? null;
  const noms = listNoms(options);
  const quand = readQuand(liste);
  const change = (partie: Partial<Saisie>): void => {
    setSaisie((avant) => ({ ...avant, ...partie }));
  };

  async function record(sansCritereConfirme: boolean): Promise<void> {
    if (regle === null) {
      return;
    }
    const fait = await run(
      save({ lue, regle, perimetre: saisie.perimetre, sansCritereConfirme }),
      lue === null ? 'L’envoi automatique est créé.' : 'L’envoi automatique est enregistré.',
      entretemps.onEntretemps
    );
    if (fait !== null) {
      onEnregistre(fait.documentId);
      onFermer();
    }
  }

  function submit(): void {
    setSoumise(true);
    if (regle === null) {
      return;
    }
    const aDemander = chooseQuestion(regle, { lue, inactif: ouverture.saisie.inactif }, compte);
    setQuestion(aDemander);
    if (aDemander === null) {
      void record(false);
    }
  }

  return (
    <>
      <Fenetre
        titre={lue === null ? 'Créer un envoi' : 'Modifier un envoi'}
        fermer="Annuler"
        action={
          <Button loading={isLoading} onClick={submit}>
            Enregistrer
          </Button>
        }
        resume={
          <EnClair
            regle={regle}
            modele={modele}
            apercu={apercu}
            noms={noms}
            quand={quand}
            heure={liste.heure}
            perimetre={namePerimetre(saisie.perimetre, liste.choixPerimetre)}
          />
        }
        modifiee={JSON.stringify(saisie) !== JSON.stringify(ouverture.saisie)}
        onFermer={onFermer}
      >
        <Champs
          saisie={saisie}
          erreurs={erreurs}
          liste={liste}
          options={options}
          onChange={change}
        />
      </Fenetre>
      <QuestionEnvoi
        question={question}
        compte={compte}
        quand={quand}
        onConfirmer={record}
        onFermer={() => {
          setQuestion(null);
        }}
      />
      {entretemps.question}
    </>
  );
}
