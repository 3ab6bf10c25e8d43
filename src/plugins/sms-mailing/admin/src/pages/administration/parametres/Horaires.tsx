import { Checkbox, Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import { ZONES_FRANCAISES, type ParametresLus } from '../../../../../core/parametres';
import { CaseGrille } from '../../../components/CaseGrille';
import { Carte } from '../../../components/Carte';
import { ChampTexte } from '../../../components/ChampTexte';
import { Fermetures } from './Fermetures';
import { JoursPromotion } from './JoursPromotion';
import type { Saisie } from './useSaisie';

interface Props {
  lus: ParametresLus;
  saisie: Saisie;
}

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
        <CaseGrille colonnes={2} tablette={6}>
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
        </CaseGrille>
        <CaseGrille colonnes={4} tablette={6}>
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
        </CaseGrille>
        <CaseGrille colonnes={3} tablette={6}>
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
        </CaseGrille>
        <CaseGrille colonnes={3} tablette={6}>
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
        </CaseGrille>
        <CaseGrille colonnes={12}>
          <Checkbox
            checked={parametres.digestMatin}
            onCheckedChange={(oui: boolean | 'indeterminate') => {
              change({ digestMatin: oui === true });
            }}
          >
            Envoyer chaque matin à 8h, par e-mail, ce qui partira le soir
          </Checkbox>
        </CaseGrille>
        <CaseGrille colonnes={12}>
          <JoursPromotion
            heuresPromotion={heuresPromotion}
            erreur={erreur('heuresPromotion.jours')}
            onChange={changePromotion}
          />
        </CaseGrille>
        <CaseGrille colonnes={12}>
          <Fermetures
            jours={heuresPromotion.fermetures}
            onJours={(fermetures) => {
              changePromotion({ fermetures });
            }}
          />
        </CaseGrille>
      </Grid.Root>
    </Carte>
  );
}
