import { Checkbox, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { LigneModeleCampagne } from '../../../../../core/api/campagnes';
import {
  LIBELLES_TYPE_DESTINATAIRE,
  typeContactSchema,
  type TypeContact,
  type TypeDestinataire,
} from '../../../../../core/vocabulaire';
import { useListModelesCampagneQuery } from '../../../api/campagnes';
import { Onglets } from '../../../components/Onglets';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Serre } from '../../../components/Serre';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import type { ONGLETS } from '../chemins';
import { ActionsModele } from './ActionsModele';
import { NomModele } from './NomModele';

interface Props {
  onglet: (typeof ONGLETS)[number];
}

const CONTACTS: readonly { cle: TypeContact; libelle: string; choisir: string }[] = [
  { cle: 'email', libelle: 'e-mail', choisir: 'Sélectionnez le modèle d’e-mail souhaité' },
  { cle: 'newsletter', libelle: 'newsletter', choisir: 'Sélectionnez la newsletter souhaitée' },
  { cle: 'sms', libelle: 'SMS', choisir: 'Sélectionnez le modèle de SMS souhaité' },
];

const nombre = (
  cle: 'campagnes' | 'programmes' | 'effectues',
  titre: string
): ColonneTableau<LigneModeleCampagne> => ({ cle, titre, valeur: (modele) => modele[cle] });

/** Guide §7.b, in its order. */
const colonnesOf = (type: TypeDestinataire): ColonneTableau<LigneModeleCampagne>[] => [
  {
    cle: 'nom',
    titre: 'Noms des modèles actifs',
    valeur: ({ nom }) => nom,
    cellule: (modele) => <NomModele modele={modele} typeDestinataire={type} />,
  },
  nombre('campagnes', 'Campagnes associées'),
  nombre('programmes', 'Envois programmés'),
  nombre('effectues', 'Envois effectués'),
  {
    cle: 'destinataires',
    titre: 'Type destinataire',
    valeur: ({ destinataires }) =>
      destinataires.map((destinataire) => LIBELLES_TYPE_DESTINATAIRE[destinataire]).join(', '),
  },
];

function Liste({ onglet, typeContact }: Props & { typeContact: TypeContact }): JSX.Element {
  const [params, setParams] = useSearchParams();
  const tout = params.get('tout') === 'oui';
  const { typeDestinataire } = onglet;
  const modeles = useListModelesCampagneQuery({
    ...{ typeContact, typeDestinataire },
    tout: tout ? 'true' : 'false',
  });
  return (
    <Requete de={modeles}>
      {(lignes) => (
        <Serre>
          <Tableau
            nom="Modèles à envoyer"
            unite="modèle"
            lignes={lignes}
            colonnes={colonnesOf(typeDestinataire)}
            tri={{ cle: 'nom', croissant: true }}
            filtres={
              <Checkbox
                checked={tout}
                onCheckedChange={(oui) => {
                  setParams(
                    (avant) => {
                      const apres = new URLSearchParams(avant);
                      if (oui === true) {
                        apres.set('tout', 'oui');
                      } else {
                        apres.delete('tout');
                      }
                      return apres;
                    },
                    { replace: true }
                  );
                }}
              >
                Afficher tout
              </Checkbox>
            }
            actions={(modele) => (
              <ActionsModele
                modele={modele}
                typeContact={typeContact}
                typeDestinataire={typeDestinataire}
              />
            )}
            vide={{
              titre:
                'Aucun modèle actif n’est prévu pour ces destinataires : vérifiez, dans Administration › Contacts e-mails/SMS, que le modèle leur est affecté, ou cochez « Afficher tout ».',
            }}
          />
        </Serre>
      )}
    </Requete>
  );
}

/** Guide §7.b « Sélectionner le modèle d'envoi »: one onglet of destinataires, one type de contact. */
export default function ChoixModele({ onglet }: Props): JSX.Element {
  const [params, setParams] = useSearchParams();
  const lu = typeContactSchema.safeParse(params.get('contact'));
  const typeContact = lu.success ? lu.data : 'email';
  const contact = CONTACTS.find(({ cle }) => cle === typeContact);
  return (
    <PageModule
      titre={onglet.titre}
      sousTitre="Choisissez un modèle, filtrez les personnes, puis programmez : l’envoi part le soir à 19h, une seule fois."
      permission="campagnes.consulter-campagnes"
    >
      <Onglets
        nom="Type de contact"
        onglets={CONTACTS}
        onglet={typeContact}
        onOnglet={(choisi) => {
          setParams((avant) => {
            const apres = new URLSearchParams(avant);
            apres.set('contact', choisi);
            return apres;
          });
        }}
      >
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="h2" variant="beta">
            {contact?.choisir}
          </Typography>
          <Liste onglet={onglet} typeContact={typeContact} />
        </Flex>
      </Onglets>
    </PageModule>
  );
}
