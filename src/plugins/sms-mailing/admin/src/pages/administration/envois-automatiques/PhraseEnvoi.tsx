import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { CompteSoir } from '../../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../../core/envoi-automatique';
import { phraseEnvoiAutomatique } from '../../../../../core/phrases-envoi-automatique';
import { pluralize } from '../../../components/texte';

/** What every sentence of the page needs to know of the evening and of the names. */
export interface Soir {
  ceSoir: boolean;
  heure: string;
  noms: Readonly<Record<string, string>>;
}

interface Props {
  regle: EnvoiAutomatique;
  modele: { nom: string; inactif: boolean };
  compte: CompteSoir | null;
  soir: Soir;
}

export function quand({ ceSoir }: Pick<Soir, 'ceSoir'>): string {
  return ceSoir ? 'ce soir' : 'demain soir';
}

/** « 7 personnes ce soir, 2 ne peuvent pas le recevoir ». */
function phraseCompte({ recevront, exclus }: CompteSoir, soir: Pick<Soir, 'ceSoir'>): string {
  const suite =
    exclus === 0
      ? ''
      : `, ${pluralize(exclus, 'autre ne le recevra pas', 'autres ne le recevront pas')}`;
  return `${pluralize(recevront, 'personne')} ${quand(soir)}${suite}`;
}

function Suite({ regle, modele, compte, soir }: Props): JSX.Element {
  if (modele.inactif) {
    return (
      <Typography variant="pi" fontWeight="bold" textColor="danger700">
        {' '}
        Rien ne part : le modèle « {modele.nom} » est inactif. Rendez-le actif, ou choisissez un
        autre modèle.
      </Typography>
    );
  }
  if (regle.inactif) {
    return (
      <Typography variant="pi" fontWeight="bold">
        {' '}
        Inactif : rien ne part
        {compte === null ? '' : ` (s’il était actif : ${phraseCompte(compte, soir)})`}.
      </Typography>
    );
  }
  return compte === null ? (
    <></>
  ) : (
    <Typography variant="pi" fontWeight="bold">
      {' '}
      {phraseCompte(compte, soir)}.
    </Typography>
  );
}

/** The rule in one sentence, with whom it reaches on the next evening (guide §6.b). */
export function PhraseEnvoi(props: Props): JSX.Element {
  const { regle, modele, compte, soir } = props;
  const phrase = phraseEnvoiAutomatique(regle, { modele: modele.nom, ...soir });
  const arrete = regle.inactif || modele.inactif || compte === null;
  return (
    <Typography variant="pi" tag="p">
      {phrase}
      {arrete ? '.' : ' :'}
      <Suite {...props} />
    </Typography>
  );
}
