import { Box, Checkbox, Flex, TextButton, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { raisonModaliteImpossible } from '../../../../../core/raison-modalite';
import { listMorceaux, type ValidationModele } from '../../../../../core/validation-modele';
import { LIBELLES_MODALITE, modaliteSchema, type Modalite } from '../../../../../core/vocabulaire';
import { toModele, type Brouillon } from './brouillon';
import { Section } from './Section';

interface Props {
  brouillon: Brouillon;
  validation: ValidationModele;
  erreur: string | null;
  lectureSeule: boolean;
  onChange: (changement: Partial<Brouillon>) => void;
}

const EXPLICATIONS: Readonly<Record<Modalite, string>> = {
  campagne: 'À un groupe trouvé par des filtres, le soir à 19h.',
  envoi_automatique: 'Aux participants d’une action, chaque soir à 19h, selon le délai choisi.',
  fiche_action: 'Aux participants d’une action, au clic.',
  fiche_entrepreneur: 'À un entrepreneur, le soir à 19h.',
};

/** Guide §5.a « modalité d'envoi », decision F8: what the signets allow, then what one chooses among it. */
export function Modalites(props: Props): JSX.Element {
  const { brouillon, validation, erreur, lectureSeule, onChange } = props;
  const possibles = validation.modalitesPossibles;
  const choisies = brouillon.modalites ?? possibles;
  const morceaux = listMorceaux(toModele(brouillon));

  function toggle(modalite: Modalite, coche: boolean): void {
    onChange({
      modalites: modaliteSchema.options.filter((option) =>
        option === modalite ? coche : choisies.includes(option)
      ),
    });
  }

  return (
    <Section titre="Modalité d’envoi">
      <Typography textColor="neutral600">
        {brouillon.modalites === null
          ? 'D’après les signets du message, ce modèle est proposé pour :'
          : 'Vous avez choisi où ce modèle est proposé :'}
      </Typography>
      <Flex
        direction="column"
        alignItems="stretch"
        gap={3}
        role="group"
        aria-label="Modalité d’envoi"
      >
        {modaliteSchema.options.map((modalite) => {
          const raison = raisonModaliteImpossible(modalite, morceaux, brouillon.destinataires);
          const cochee = choisies.includes(modalite);
          return (
            <Box key={modalite}>
              <Checkbox
                checked={cochee}
                disabled={lectureSeule || (raison !== null && !cochee)}
                aria-describedby={`modalite-${modalite}`}
                onCheckedChange={(coche: boolean | 'indeterminate') => {
                  toggle(modalite, coche === true);
                }}
              >
                {LIBELLES_MODALITE[modalite]}
              </Checkbox>
              <Box paddingLeft={7}>
                <Typography
                  id={`modalite-${modalite}`}
                  variant="pi"
                  textColor={raison !== null && cochee ? 'danger600' : 'neutral600'}
                >
                  {raison ?? EXPLICATIONS[modalite]}
                </Typography>
              </Box>
            </Box>
          );
        })}
      </Flex>
      {erreur === null ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {erreur}
        </Typography>
      )}
      {brouillon.modalites === null || lectureSeule ? null : (
        <TextButton
          onClick={() => {
            onChange({ modalites: null });
          }}
        >
          Revenir à ce que les signets permettent
        </TextButton>
      )}
    </Section>
  );
}
