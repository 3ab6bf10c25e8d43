import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ComptesRegle } from '../../../../../core/api/envois-automatiques';
import { pluralize } from '../../../components/texte';

interface Props {
  phrase: string;
  modele: { nom: string; inactif: boolean };
  inactif: boolean;
  /** Whom it may reach at most; null: everybody. */
  perimetre?: string | null;
  /** Null: not known, or nothing leaves. */
  compte: ComptesRegle | null;
  /** « ce soir », « demain ». */
  quand: string;
}

/** « 7 personnes ce soir, 2 autres ne le recevront pas ». */
function phraseCompte({ recevront, exclus, dejaPrevus }: ComptesRegle, quand: string): string {
  return [
    `${pluralize(recevront, 'personne')} ${quand}`,
    exclus === 0
      ? ''
      : pluralize(exclus, 'autre ne peut pas le recevoir', 'autres ne peuvent pas le recevoir'),
    dejaPrevus === 0 ? '' : pluralize(dejaPrevus, 'l’a déjà', 'l’ont déjà'),
  ]
    .filter((partie) => partie !== '')
    .join(', ');
}

function Suite({ modele, inactif, compte, quand }: Props): JSX.Element | null {
  if (modele.inactif) {
    return (
      <Typography variant="pi" fontWeight="bold" textColor="danger700">
        Rien ne part : le modèle « {modele.nom} » est inactif. Rendez-le actif, ou choisissez un
        autre modèle.
      </Typography>
    );
  }
  if (compte !== null) {
    return (
      <Typography variant="pi" fontWeight="bold">
        {phraseCompte(compte, quand)}
        {inactif ? ' s’il était actif' : ''}.
      </Typography>
    );
  }
  return inactif ? (
    <Typography variant="pi" fontWeight="bold">
      Inactif : rien ne part.
    </Typography>
  ) : null;
}

/** The rule in one sentence, with whom it reaches on the next evening (guide §6.b). */
export function PhraseEnvoi(props: Props): JSX.Element {
  const { phrase, modele, compte, perimetre } = props;
  return (
    <Typography variant="pi" tag="p">
      {phrase}
      {compte === null || modele.inactif ? '. ' : ' : '}
      <Suite {...props} />
      {typeof perimetre === 'string' ? ` Périmètre : ${perimetre}.` : ''}
    </Typography>
  );
}
