import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, useState, type JSX } from 'react';
import { phraseMotif } from '../../../core/motif';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { LienTexte } from '../components/LienTexte';
import { pluralize } from '../components/texte';
import { phrasePreuve } from '../oppositions/phrases';
import { BoutonDeplier } from './BoutonDeplier';
import { lieuDuMotif, type SujetMotif } from './lieu-du-motif';
import type { GroupeExclus, PersonneRecap } from './recap';

interface Props {
  typeDestinataire: TypeDestinataire;
  exclus: readonly GroupeExclus[];
  /** The action that is written from. */
  action?: string | null;
  /** Several modèles are confirmed at once: which one leaves them out is said. */
  nommerModele?: boolean;
}

interface GroupeProps {
  groupe: GroupeExclus;
  sujetDe: (personne: PersonneRecap | null) => SujetMotif;
  nommerModele: boolean;
}

/** Where a reason is mended, in a tab of its own: what is being confirmed stays as it is. */
function LienLieu({ motif, sujet }: { motif: string; sujet: SujetMotif }): JSX.Element | null {
  const lieu = lieuDuMotif(motif, sujet);
  return lieu === null ? null : (
    <Typography variant="pi">
      <LienTexte
        to={lieu.chemin}
        target="_blank"
        rel="noopener"
        aria-label={`${lieu.libelle} (nouvel onglet)`}
      >
        {lieu.libelle}
      </LienTexte>
    </Typography>
  );
}

function Preuve({ personne }: { personne: PersonneRecap }): JSX.Element | null {
  const dite = phrasePreuve(personne);
  return dite === null ? null : <Typography variant="pi">{dite}</Typography>;
}

/** Below, names are on screen at once. */
const NOMS = 5;

function Noms({ groupe, sujetDe }: Omit<GroupeProps, 'nommerModele'>): JSX.Element | null {
  const [ouvert, setOuvert] = useState(groupe.personnes.length <= NOMS);
  const id = useId();
  if (groupe.personnes.length === 0) {
    return null;
  }
  return (
    <>
      {groupe.personnes.length <= NOMS ? null : (
        <BoutonDeplier
          ouvert={ouvert}
          controle={id}
          libelle={`Voir les ${pluralize(groupe.personnes.length, 'nom')}`}
          onBasculer={() => {
            setOuvert(!ouvert);
          }}
        />
      )}
      {ouvert ? (
        <Box tag="ul" id={id} maxHeight="16rem" overflow="auto">
          {groupe.personnes.map((personne) => (
            <Flex tag="li" key={personne.documentId} gap={3} wrap="wrap">
              <Typography variant="pi" fontWeight="semiBold">
                {personne.nom}
              </Typography>
              <Preuve personne={personne} />
              <LienLieu motif={groupe.motif} sujet={sujetDe(personne)} />
            </Flex>
          ))}
        </Box>
      ) : null}
    </>
  );
}

function Groupe({ groupe, sujetDe, nommerModele }: GroupeProps): JSX.Element {
  const { nombre, motif, modele } = groupe;
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <Typography tag="p">
        <strong>{pluralize(nombre, 'personne')}</strong>
        {nommerModele && modele !== null ? `, pour « ${modele.nom} »` : ''} : {phraseMotif(motif)}
      </Typography>
      {groupe.personnes.length === 0 ? <LienLieu motif={motif} sujet={sujetDe(null)} /> : null}
      <Noms groupe={groupe} sujetDe={sujetDe} />
    </Flex>
  );
}

/** Who receives nothing, and why, by reason; each reason leads to the place that mends it. */
export function Exclus(props: Props): JSX.Element | null {
  const { typeDestinataire, exclus, action = null, nommerModele = false } = props;
  if (exclus.length === 0) {
    return null;
  }
  const sujetDe =
    ({ modele }: GroupeExclus) =>
    (personne: PersonneRecap | null): SujetMotif => ({
      ...{ typeDestinataire, modele, action },
      personne: personne?.documentId ?? null,
    });
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="Ne recevront pas">
      {exclus.map((groupe) => (
        <Groupe
          key={`${groupe.modele?.documentId ?? ''}-${groupe.motif}`}
          groupe={groupe}
          sujetDe={sujetDe(groupe)}
          nommerModele={nommerModele}
        />
      ))}
    </Flex>
  );
}
