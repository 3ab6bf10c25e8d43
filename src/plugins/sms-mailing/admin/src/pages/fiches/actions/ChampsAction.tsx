import { Field, Flex, Grid, TimePicker, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useListReferencesQuery } from '../../../api/references';
import { CaseGrille } from '../../../components/CaseGrille';
import { ChampJour } from '../../../components/ChampJour';
import { ChampNombre } from '../../../components/ChampNombre';
import { ChampTexte } from '../../../components/ChampTexte';
import { ChampsPrestation } from './ChampsPrestation';
import { ChoixSimple, choixNommes, choixSimples } from './ChoixSimple';
import { erreurAction, NATURES, STATUTS, type SaisieAction } from './saisie-action';

interface Props {
  saisie: SaisieAction;
  onSaisie: (saisie: SaisieAction) => void;
}

interface HeureProps {
  nom: string;
  libelle: string;
  heure: string;
  onHeure: (heure: string) => void;
}

function ChampHeure({ nom, libelle, heure, onHeure }: HeureProps): JSX.Element {
  return (
    <Field.Root name={nom} width="100%">
      <Field.Label>{libelle}</Field.Label>
      <TimePicker
        clearLabel={`Effacer l’heure « ${libelle} »`}
        value={heure}
        onChange={(choisie?: string) => {
          onHeure(choisie ?? '');
        }}
        onClear={() => {
          onHeure('');
        }}
      />
    </Field.Root>
  );
}

/** Guide §8.a, onglet « Action »: date, heure, lieu, lien, intervenant, statut; and what the rules go by (§6.c). */
export function ChampsAction({ saisie, onSaisie }: Props): JSX.Element {
  const { data } = useListReferencesQuery('actions');
  const change =
    <C extends keyof SaisieAction>(cle: C) =>
    (valeur: SaisieAction[C]) => {
      onSaisie({ ...saisie, [cle]: valeur });
    };
  const erreur = erreurAction(saisie);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Grid.Root gap={4}>
        <CaseGrille colonnes={8}>
          <ChampTexte
            nom="objet"
            libelle="Objet"
            requis
            valeur={saisie.objet}
            onValeur={change('objet')}
          />
        </CaseGrille>
        <CaseGrille colonnes={4}>
          <ChoixSimple
            libelle="Nature"
            choix={choixSimples(NATURES)}
            valeur={saisie.nature}
            onValeur={change('nature')}
          />
        </CaseGrille>
        <ChampsPrestation saisie={saisie} references={data} onSaisie={onSaisie} />
        <CaseGrille colonnes={4} tablette={6}>
          <ChampJour nom="date" libelle="Date" requis jour={saisie.date} onJour={change('date')} />
        </CaseGrille>
        <CaseGrille colonnes={4} tablette={3}>
          <ChampHeure
            nom="heureDebut"
            libelle="de"
            heure={saisie.heureDebut}
            onHeure={change('heureDebut')}
          />
        </CaseGrille>
        <CaseGrille colonnes={4} tablette={3}>
          <ChampHeure
            nom="heureFin"
            libelle="à"
            heure={saisie.heureFin}
            onHeure={change('heureFin')}
          />
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <ChoixSimple
            libelle="Lieu d’action"
            choix={choixNommes(data?.sites)}
            valeur={saisie.site}
            vidable
            onValeur={change('site')}
          />
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <ChoixSimple
            libelle="Intervenant BGE"
            choix={choixNommes(data?.referents)}
            valeur={saisie.animateur}
            vidable
            onValeur={change('animateur')}
          />
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <ChampTexte
            nom="lienVisio"
            libelle="Lien de la visio"
            valeur={saisie.lienVisio}
            onValeur={change('lienVisio')}
          />
        </CaseGrille>
        <CaseGrille colonnes={3} tablette={6}>
          <ChampNombre
            nom="capacite"
            libelle="Capacité"
            nombre={saisie.capacite}
            onNombre={change('capacite')}
          />
        </CaseGrille>
        <CaseGrille colonnes={3} tablette={6}>
          <ChoixSimple
            libelle="Statut"
            choix={choixSimples(STATUTS)}
            valeur={saisie.statut}
            onValeur={change('statut')}
          />
        </CaseGrille>
      </Grid.Root>
      {erreur === null ? null : (
        <Typography variant="pi" textColor="neutral600" role="status">
          {erreur}
        </Typography>
      )}
    </Flex>
  );
}
