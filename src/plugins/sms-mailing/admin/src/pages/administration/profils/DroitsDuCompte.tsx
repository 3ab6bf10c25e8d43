import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useParams } from 'react-router-dom';
import type { Cases } from '../../../../../core/profils';
import { useDescribeDroitsQuery } from '../../../api/profils';
import { Carte } from '../../../components/Carte';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { LienProfils } from './LienProfils';
import { Matrice } from './Matrice';
import { VoirComme } from './VoirComme';

/** What an account may really do: its profils added up, and whose fiches each column means for it. */
export function DroitsDuCompte(): JSX.Element {
  const { id = '' } = useParams();
  const droits = useDescribeDroitsQuery(id);
  return (
    <Requete de={droits}>
      {({ nom, profils, etendues, lignes, pages }) => (
        <PageModule
          titre={nom}
          sousTitre={
            profils.length === 0
              ? 'Aucun profil : ce compte ne peut rien faire.'
              : `Ce que ce compte peut vraiment faire, avec ${profils.join(' et ')}.`
          }
          permission="profils.consulter-profils"
          retour={<LienProfils />}
        >
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Carte titre="Pour ce compte, les colonnes veulent dire">
              <Flex direction="column" alignItems="flex-start" gap={1}>
                {etendues.map((etendue) => (
                  <Typography key={etendue}>{etendue}</Typography>
                ))}
              </Flex>
            </Carte>
            <VoirComme nom={nom} pages={pages} />
            <Matrice
              cases={new Map(lignes.map(({ cle, cases }): [string, Cases] => [cle, cases]))}
              autrement={new Set()}
            />
          </Flex>
        </PageModule>
      )}
    </Requete>
  );
}
