import type { JSX } from 'react';
import type { References } from '../../../../../core/api/references';
import { modeInterventionSchema } from '../../../../../core/envoi-automatique';
import { CaseGrille } from '../../../components/CaseGrille';
import { ChoixSimple, choixNommes, choixSimples } from './ChoixSimple';
import { chooseOds, etapesDe, type SaisieAction } from './saisie-action';

interface Props {
  saisie: SaisieAction;
  /** Undefined until they are known. */
  references: References | undefined;
  onSaisie: (saisie: SaisieAction) => void;
}

const MODES = choixSimples(modeInterventionSchema.options);

/** What an envoi automatique goes by (guide §6.c, §6.d): an action without them fires the rules without criteria alone. */
export function ChampsPrestation({ saisie, references, onSaisie }: Props): JSX.Element {
  const { typeAction, modeIntervention, ods, etape } = saisie;
  return (
    <>
      <CaseGrille colonnes={6}>
        <ChoixSimple
          libelle="Type d’action"
          choix={choixNommes(references?.typesAction)}
          valeur={typeAction}
          vidable
          onValeur={(choisi) => {
            onSaisie({ ...saisie, typeAction: choisi });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={6}>
        <ChoixSimple
          libelle="Mode d’intervention"
          choix={MODES}
          valeur={modeIntervention}
          vidable
          onValeur={(choisi) => {
            onSaisie({ ...saisie, modeIntervention: choisi });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={6}>
        <ChoixSimple
          libelle="Offre de service (ODS)"
          choix={choixNommes(references?.ods)}
          valeur={ods}
          vidable
          onValeur={(choisie) => {
            onSaisie(chooseOds(saisie, choisie, references));
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={6}>
        <ChoixSimple
          libelle={ods === '' ? 'Étape (choisissez d’abord l’ODS)' : 'Étape'}
          choix={choixNommes(etapesDe(ods, references))}
          valeur={etape}
          desactive={ods === '' && etape === ''}
          vidable
          onValeur={(choisie) => {
            onSaisie({ ...saisie, etape: choisie });
          }}
        />
      </CaseGrille>
    </>
  );
}
