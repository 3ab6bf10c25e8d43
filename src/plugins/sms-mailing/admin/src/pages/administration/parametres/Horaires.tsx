import {
  Checkbox,
  Field,
  Flex,
  Grid,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import type { JSX } from 'react';
import { ZONES_FRANCAISES, type ParametresLus } from '../../../../../core/parametres';
import { Carte } from '../../../components/Carte';
import { ChampTexte } from '../../../components/ChampTexte';
import { Fermetures } from './Fermetures';
import type { Saisie } from './useSaisie';

interface Props {
  lus: ParametresLus;
  saisie: Saisie;
}

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const INSTALLATION = 'installation';

/** Guide §2.a « Un seul envoi le soir à 19h », and decision B13: when a promotion may reach a telephone. */
export function Horaires({ lus, saisie }: Props): JSX.Element {
  const { parametres, erreur, change } = saisie;
  const { environnement } = lus;
  const { heuresPromotion } = parametres;
  const changePromotion = (changement: Partial<typeof heuresPromotion>): void => {
    change({ heuresPromotion: { ...heuresPromotion, ...changement } });
  };
  return (
    <Carte
      titre="Heures d’envoi"
      aide="Le départ du soir, et les heures où une promotion peut arriver sur un téléphone."
    >
      <Grid.Root gap={4}>
        <Grid.Item col={2} s={6} direction="column" alignItems="stretch">
          <ChampTexte
            nom="heureDuSoir"
            libelle="Heure du soir"
            indice="19:00"
            valeur={parametres.heureDuSoir ?? environnement.heureDuSoir}
            erreur={erreur('heureDuSoir')}
            onValeur={(heure) => {
              change({ heureDuSoir: heure === environnement.heureDuSoir ? null : heure });
            }}
          />
        </Grid.Item>
        <Grid.Item col={4} s={6} direction="column" alignItems="stretch">
          <Field.Root name="zone" error={erreur('zone') ?? false}>
            <Field.Label>Fuseau horaire</Field.Label>
            <SingleSelect
              value={parametres.zone ?? INSTALLATION}
              onChange={(zone: string | number) => {
                change({ zone: zone === INSTALLATION ? null : String(zone) });
              }}
            >
              {[
                <SingleSelectOption key={INSTALLATION} value={INSTALLATION}>
                  Celui de l’installation :{' '}
                  {ZONES_FRANCAISES[environnement.zone] ?? environnement.zone}
                </SingleSelectOption>,
                ...Object.entries(ZONES_FRANCAISES).map(([zone, nom]) => (
                  <SingleSelectOption key={zone} value={zone}>
                    {nom}
                  </SingleSelectOption>
                )),
              ]}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={6} direction="column" alignItems="stretch">
          <ChampTexte
            nom="promotionDebut"
            libelle="SMS de promotion : pas avant"
            indice="08:00"
            valeur={heuresPromotion.debut}
            erreur={erreur('heuresPromotion.debut')}
            onValeur={(debut) => {
              changePromotion({ debut });
            }}
          />
        </Grid.Item>
        <Grid.Item col={3} s={6} direction="column" alignItems="stretch">
          <ChampTexte
            nom="promotionFin"
            libelle="SMS de promotion : pas après"
            indice="20:00"
            valeur={heuresPromotion.fin}
            erreur={erreur('heuresPromotion.fin')}
            onValeur={(fin) => {
              changePromotion({ fin });
            }}
          />
        </Grid.Item>
        <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
          <Field.Root name="jours" error={erreur('heuresPromotion.jours') ?? false}>
            <Field.Label>Jours où un SMS de promotion peut partir</Field.Label>
            <MultiSelect
              withTags
              value={heuresPromotion.jours.map(String)}
              onChange={(jours: string[]) => {
                changePromotion({ jours: jours.map(Number).sort((a, b) => a - b) });
              }}
            >
              {JOURS.map((jour, i) => (
                <MultiSelectOption key={jour} value={String(i + 1)}>
                  {jour}
                </MultiSelectOption>
              ))}
            </MultiSelect>
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} alignItems="flex-end">
          <Flex paddingBottom={2}>
            <Checkbox
              checked={heuresPromotion.joursFeries}
              onCheckedChange={(coche: boolean | 'indeterminate') => {
                changePromotion({ joursFeries: coche === true });
              }}
            >
              Aussi les jours fériés
            </Checkbox>
          </Flex>
        </Grid.Item>
        <Grid.Item col={12} direction="column" alignItems="stretch">
          <Fermetures
            jours={heuresPromotion.fermetures}
            onJours={(fermetures) => {
              changePromotion({ fermetures });
            }}
          />
        </Grid.Item>
      </Grid.Root>
    </Carte>
  );
}
