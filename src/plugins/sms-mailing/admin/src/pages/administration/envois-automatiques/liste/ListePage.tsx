import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useListEnvoisAutomatiquesQuery } from '../../../../api/envois-automatiques';
import { useListReferencesQuery } from '../../../../api/references';
import { PageModule } from '../../../../components/PageModule';
import { Requete } from '../../../../components/Requete';
import { useDroits } from '../../../../droits';
import { FormulaireEnvoi } from '../formulaire/FormulaireEnvoi';
import { openRegle, openVide, type Ouverture } from '../formulaire/saisie';
import { EnvoiTest } from './EnvoiTest';
import { ListeEnvois } from './ListeEnvois';

/** Guide §6.a: the rules read every evening, the popup that writes them, and the test button. */
export function ListePage(): JSX.Element {
  const envois = useListEnvoisAutomatiquesQuery(undefined);
  const references = useListReferencesQuery('regles');
  const [ouverture, setOuverture] = useState<Ouverture | 'test' | null>(null);
  /** The rule last written here: the one that one comes to test (guide §6.d). */
  const [derniere, setDerniere] = useState<string | null>(null);
  const { 'envois-automatiques.gerer-envois-automatiques': peutGerer } = useDroits(
    'envois-automatiques.gerer-envois-automatiques'
  );
  const close = (): void => {
    setOuverture(null);
  };
  /** Opens the popup again on what the base holds, when someone saved meanwhile. */
  async function reload({ lue }: Ouverture): Promise<{ error?: unknown }> {
    const { data, error } = await envois.refetch();
    if (error === undefined) {
      const fraiche = data?.lignes.find(({ documentId }) => documentId === lue?.documentId);
      setOuverture(fraiche === undefined ? null : openRegle(fraiche));
    }
    return { error };
  }
  const liste = envois.data;
  const creer = peutGerer ? (
    <Button
      startIcon={<Plus />}
      disabled={liste === undefined}
      onClick={() => {
        setOuverture(liste === undefined ? null : openVide(liste.choixPerimetre));
      }}
    >
      Créer un envoi
    </Button>
  ) : null;
  return (
    <PageModule
      titre="Envois automatiques"
      sousTitre="Chaque soir, les participants des actions qui correspondent reçoivent leur message."
      permission="envois-automatiques.consulter-envois-automatiques"
      action={creer}
    >
      <Requete de={envois}>
        {(lue) => (
          <>
            <ListeEnvois
              liste={lue}
              peutGerer={peutGerer}
              creer={creer}
              onTester={() => {
                setOuverture('test');
              }}
              onOuvrir={setOuverture}
            />
            {ouverture === 'test' ? (
              <EnvoiTest liste={lue} ecrite={derniere} onFermer={close} />
            ) : null}
            {ouverture === null || ouverture === 'test' ? null : (
              <Requete de={references}>
                {(choix) => (
                  <FormulaireEnvoi
                    key={`${ouverture.lue?.documentId ?? ''} ${String(ouverture.lue?.version)}`}
                    ouverture={ouverture}
                    liste={lue}
                    options={choix}
                    onRecharger={() => reload(ouverture)}
                    onEnregistre={setDerniere}
                    onFermer={close}
                  />
                )}
              </Requete>
            )}
          </>
        )}
      </Requete>
    </PageModule>
  );
}
