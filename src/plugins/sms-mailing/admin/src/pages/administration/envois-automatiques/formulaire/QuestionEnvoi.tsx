import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ComptesRegle } from '../../../../../../core/api/envois-automatiques';
import { isSansCritere, type EnvoiAutomatique } from '../../../../../../core/envoi-automatique';
import { Confirmation } from '../../../../components/Confirmation';
import { pluralize } from '../../../../components/texte';
import type { RegleLue } from '../../../../api/envois-automatiques';

/** What a save asks first: decision E7, or whom an envoi that goes active reaches the very next evening. */
export type Question = 'sans_critere' | 'activation' | null;

/** `avant`: the rule as it was read; null: a new one. */
export function chooseQuestion(
  regle: EnvoiAutomatique,
  { lue, inactif }: { lue: RegleLue | null; inactif: boolean },
  compte: ComptesRegle | null
): Question {
  if (isSansCritere(regle.criteres)) {
    return 'sans_critere';
  }
  const sActive = !regle.inactif && (lue === null || inactif);
  return sActive && (compte === null || compte.recevront > 0) ? 'activation' : null;
}

interface Props {
  question: Question;
  compte: ComptesRegle | null;
  /** « ce soir », « demain ». */
  quand: string;
  onConfirmer: (sansCritereConfirme: boolean) => Promise<unknown>;
  onFermer: () => void;
}

function Personnes({ compte, quand }: Pick<Props, 'compte' | 'quand'>): JSX.Element {
  return (
    <Typography fontWeight="bold">
      {compte === null
        ? 'Le nombre de personnes n’est pas encore compté : attendez-le, ou simulez un soir après avoir enregistré l’envoi inactif.'
        : `${pluralize(compte.recevront, 'personne')} ${quand}.`}
    </Typography>
  );
}

export function QuestionEnvoi(props: Props): JSX.Element {
  const { question, compte, quand, onConfirmer, onFermer } = props;
  return (
    <>
      <Confirmation
        ouverte={question === 'sans_critere'}
        titre="Écrire aux participants de toutes les actions ?"
        confirmer="Enregistrer sans critère"
        danger
        onConfirmer={() => onConfirmer(true)}
        onFermer={onFermer}
      >
        <Personnes compte={compte} quand={quand} />
        <Typography>
          Aucun critère n’est choisi : le message part à tous les participants, de toutes les
          actions, tous les soirs.
        </Typography>
      </Confirmation>
      <Confirmation
        ouverte={question === 'activation'}
        titre="Enregistrer cet envoi actif ?"
        confirmer="Enregistrer actif"
        annuler="Revenir à la saisie"
        onConfirmer={() => onConfirmer(false)}
        onFermer={onFermer}
      >
        <Personnes compte={compte} quand={quand} />
        <Typography>Il partira ensuite tous les soirs, tant qu’il sera actif.</Typography>
      </Confirmation>
    </>
  );
}
