import { Checkbox, Flex, Radio, Typography } from '@strapi/design-system';
import { useId, type JSX, type ReactNode } from 'react';
import { styled } from 'styled-components';
import {
  LIBELLES_TYPE_DESTINATAIRE,
  typeDestinataireSchema,
  type But,
  type TypeDestinataire,
} from '../../../../../core/vocabulaire';
import type { Brouillon, ErreursModele } from './brouillon';
import { NomModele } from './NomModele';
import { Section } from './Section';

interface Props {
  brouillon: Brouillon;
  erreurs: ErreursModele;
  lectureSeule: boolean;
  onChange: (changement: Partial<Brouillon>) => void;
}

const BUTS: readonly [but: But, libelle: string, explication: string][] = [
  ['suivi', 'Suivi', 'Convocation, rappel, document à fournir.'],
  ['promotion', 'Promotion', 'Offre, événement, actualité. Le lecteur peut se désinscrire.'],
];

const DeuxColonnes = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(21rem, 1fr));
  gap: 20px 24px;
`;

interface PropsGroupe {
  titre: string;
  erreur: string | null;
  children: (id: string) => ReactNode;
}

/** A group of boxes or of choices, under its title and above its error. */
function Groupe({ titre, erreur, children }: PropsGroupe): JSX.Element {
  const id = useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography id={id} variant="pi" fontWeight="bold">
        {titre}
        <Typography textColor="danger600" aria-hidden>
          *
        </Typography>
      </Typography>
      {children(id)}
      {erreur === null ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {erreur}
        </Typography>
      )}
    </Flex>
  );
}

function Destinataires({ brouillon, erreurs, lectureSeule, onChange }: Props): JSX.Element {
  function toggle(type: TypeDestinataire, coche: boolean): void {
    const choisis = typeDestinataireSchema.options.filter((option) =>
      option === type ? coche : brouillon.destinataires.includes(option)
    );
    onChange({ destinataires: choisis });
  }
  return (
    <Groupe titre="Type(s) de destinataires" erreur={erreurs.destinataires}>
      {(id) => (
        <Flex role="group" aria-labelledby={id} direction="column" alignItems="flex-start" gap={2}>
          {typeDestinataireSchema.options.map((type) => (
            <Checkbox
              key={type}
              checked={brouillon.destinataires.includes(type)}
              disabled={lectureSeule}
              onCheckedChange={(coche: boolean | 'indeterminate') => {
                toggle(type, coche === true);
              }}
            >
              {LIBELLES_TYPE_DESTINATAIRE[type]}
            </Checkbox>
          ))}
        </Flex>
      )}
    </Groupe>
  );
}

/** Decision F7: required, no default; a newsletter has no choice. */
function ButMessage({ brouillon, erreurs, lectureSeule, onChange }: Props): JSX.Element {
  const force = brouillon.typeContact === 'newsletter';
  return (
    <Groupe titre="But du message" erreur={erreurs.but}>
      {(id) => (
        <Radio.Group
          aria-labelledby={id}
          value={brouillon.but ?? ''}
          disabled={lectureSeule || force}
          onValueChange={(but) => {
            onChange({ but: but === 'suivi' ? 'suivi' : 'promotion' });
          }}
        >
          {BUTS.filter(([but]) => !force || but === 'promotion').map(
            ([but, libelle, explication]) => (
              <Radio.Item key={but} value={but}>
                <Typography fontWeight="semiBold">{libelle}</Typography>
                <Typography variant="pi" tag="p" textColor="neutral600">
                  {force ? 'Une newsletter est toujours une promotion.' : explication}
                </Typography>
              </Radio.Item>
            )
          )}
        </Radio.Group>
      )}
    </Groupe>
  );
}

/** Guide §5.c: for whom, under which name, whether it may be used. */
export function ChampsModele(props: Props & { documentId: string | null }): JSX.Element {
  const { brouillon, erreurs, lectureSeule, onChange } = props;
  return (
    <Section titre="Le modèle">
      <NomModele
        brouillon={brouillon}
        documentId={props.documentId}
        erreur={erreurs.nom}
        lectureSeule={lectureSeule}
        onNom={(nom) => {
          onChange({ nom });
        }}
      />
      <DeuxColonnes>
        <Destinataires {...props} />
        <ButMessage {...props} />
      </DeuxColonnes>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Checkbox
          checked={brouillon.inactif}
          disabled={lectureSeule}
          onCheckedChange={(coche: boolean | 'indeterminate') => {
            onChange({ inactif: coche === true });
          }}
        >
          Inactif
        </Checkbox>
        <Typography variant="pi" textColor="neutral600">
          Un brouillon, ou un modèle qui n’est plus d’actualité : il n’est proposé nulle part.
        </Typography>
      </Flex>
    </Section>
  );
}
