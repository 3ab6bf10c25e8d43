import { Box, Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ParametresLus } from '../../../../../core/parametres';
import { CaseGrille } from '../../../components/CaseGrille';
import { ChampCouleur } from '../../../components/ChampCouleur';
import { Carte } from '../../../components/Carte';
import { ChampTexte } from '../../../components/ChampTexte';
import type { Saisie } from './useSaisie';
import { Verification } from './Verification';

interface Props {
  lus: ParametresLus;
  saisie: Saisie;
}

/** Guide §1: « l'adresse générique d'envoi des mails, qui sera affichée au destinataire ». */
export function Expediteur({ lus, saisie }: Props): JSX.Element {
  const { parametres, erreur, change } = saisie;
  const { environnement, verifications } = lus;
  return (
    <Carte
      titre="Expéditeur des e-mails"
      aide="L’adresse que voient les destinataires, et celle où arrivent leurs réponses."
    >
      <Grid.Root gap={4}>
        <CaseGrille colonnes={6}>
          <ChampTexte
            nom="expediteurNom"
            libelle="Nom affiché"
            valeur={parametres.expediteurNom}
            indice={environnement.expediteurNom}
            erreur={erreur('expediteurNom')}
            onValeur={(expediteurNom) => {
              change({ expediteurNom });
            }}
          />
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <ChampTexte
            nom="expediteurAdresse"
            libelle="Adresse d’expédition"
            type="email"
            valeur={parametres.expediteurAdresse}
            indice={environnement.expediteurAdresse}
            erreur={erreur('expediteurAdresse')}
            aide="Une adresse du domaine de l’association, pas une adresse Gmail ou Orange."
            onValeur={(expediteurAdresse) => {
              change({ expediteurAdresse });
            }}
          />
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <ChampTexte
            nom="repondreA"
            libelle="Répondre à"
            type="email"
            valeur={parametres.repondreA}
            erreur={erreur('repondreA')}
            aide="Vide : les réponses reviennent à l’adresse d’expédition."
            onValeur={(repondreA) => {
              change({ repondreA });
            }}
          />
          <Box paddingTop={2}>
            <Checkbox
              checked={parametres.repondreAuReferent}
              onCheckedChange={(coche: boolean | 'indeterminate') => {
                change({ repondreAuReferent: coche === true });
              }}
            >
              Messages de suivi : les réponses vont à qui mène l’action ou suit la personne
            </Checkbox>
            <Typography variant="pi" textColor="neutral600">
              En son absence, à qui le remplace ; sans adresse, à celle ci-dessus.
            </Typography>
          </Box>
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <ChampTexte
            nom="adressePostale"
            libelle="Adresse postale"
            valeur={parametres.adressePostale}
            erreur={erreur('adressePostale')}
            aide="Écrite au pied des newsletters, comme la loi le demande."
            onValeur={(adressePostale) => {
              change({ adressePostale });
            }}
          />
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <ChampCouleur
            nom="couleur"
            libelle="Couleur de l’association"
            valeur={parametres.couleur}
            erreur={erreur('couleur')}
            aide="Celle de la page qu’ouvre le lien « Je confirme / Je ne pourrai pas venir »."
            onValeur={(couleur) => {
              change({ couleur });
            }}
          />
        </CaseGrille>
      </Grid.Root>
      <Flex>
        <Verification transport="mail" etat={verifications.mail} enAttente={saisie.modifiee} />
      </Flex>
    </Carte>
  );
}
