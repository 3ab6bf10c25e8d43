import { useSearchParams } from 'react-router-dom';
import { readJour, todayOf, type VueAgenda } from './periode';

interface AdresseAgenda {
  vue: VueAgenda;
  jour: string;
  /** As `quiSchema` reads it. */
  qui: string;
  /** The action whose window is open. */
  action: string | null;
}

export type ChangeAgenda = (changement: Partial<AdresseAgenda>) => void;

/** What the page shows is in its address: a link, a reload and « back » find it again. */
export function useAdresseAgenda(): AdresseAgenda & { change: ChangeAgenda } {
  const [adresse, setAdresse] = useSearchParams();
  return {
    vue: adresse.get('vue') === 'mois' ? 'mois' : 'semaine',
    jour: readJour(adresse.get('jour')) ?? todayOf(new Date()),
    qui: adresse.get('qui') ?? 'moi',
    action: adresse.get('action'),
    change: (changement) => {
      setAdresse((avant) => {
        for (const [cle, valeur] of Object.entries(changement)) {
          if (valeur === null) {
            avant.delete(cle);
          } else {
            avant.set(cle, valeur);
          }
        }
        return avant;
      });
    },
  };
}
