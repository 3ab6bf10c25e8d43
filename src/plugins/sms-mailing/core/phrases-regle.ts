import { count, entretemps, valeur, type Details } from './blancs-phrase';

/**
 * The sentence of every rule that answers 400: what is refused, and what to do. One entry per key of
 * `RegleError`, in the order of the guide; the union below is closed by this list.
 */
export const PHRASES_REGLE = {
  // What is said of a field may be a sentence already.
  'donnees-invalides': (d) =>
    `La demande est incomplète ou mal formée : ${valeur(d, 'champs').replace(/\.$/u, '')}.`,
  'droit-absent': () =>
    'Votre profil ne permet pas cette opération : demandez-la à un administrateur.',
  'hors-perimetre': () =>
    'Cette fiche est hors de votre périmètre, ou n’existe plus : demandez à son référent d’agir.',
  'journal-de-tous': () =>
    'Le journal montre ce que tous ont fait : il faut le droit de voir toutes les fiches, sans limite d’antenne ni d’équipe.',
  'plusieurs-intervenants': () =>
    'Plusieurs fiches Intervenant portent votre compte, et votre profil ne montre que votre antenne, votre équipe ou vos fiches : demandez à un administrateur de n’en garder qu’une.',
  'programmes-hors-perimetre': (d) =>
    `${count(d, 'envois', 'envoi programmé avec ce modèle est', 'envois programmés avec ce modèle sont')} hors de votre périmètre : laissez-les partir, ou demandez à un administrateur de les annuler.`,
  'regle-hors-perimetre': (d) =>
    `L’envoi automatique du modèle « ${valeur(d, 'modele')} » va au-delà de votre périmètre : demandez ce changement à qui le couvre, ou dupliquez-le.`,
  'perimetre-au-dela': () =>
    'Ce périmètre va au-delà du vôtre : choisissez parmi vos antennes, vos équipes et vos fiches.',
  'perimetre-disparu': () =>
    'Une des antennes, des équipes ou des personnes du périmètre n’existe plus : rechargez la page, puis choisissez de nouveau.',
  'profil-introuvable': () => 'Ce profil n’existe plus : rechargez la page.',
  'profil-protege': (d) =>
    `Le profil « ${valeur(d, 'profil')} » est l’un des trois du guide : il se modifie, et ne se supprime pas.`,
  'profil-utilise': (d) =>
    `${count(d, 'utilisateurs', 'utilisateur a', 'utilisateurs ont')} le profil « ${valeur(d, 'profil')} » : donnez-leur un autre profil d’abord.`,
  'profil-deja-nomme': (d) =>
    `Un profil s’appelle déjà « ${valeur(d, 'profil')} » : choisissez un autre nom.`,
  'profil-modifie-entretemps': (d) =>
    entretemps(`Le profil « ${valeur(d, 'profil')} » a été modifié`),
  'compte-introuvable': () => 'Ce compte n’existe plus : rechargez la page.',
  'rattachement-au-dela': () =>
    'Votre profil ne voit pas toute l’association : vous ne pouvez ni vous rattacher vous-même, ni donner à un autre des antennes, des équipes ou des fiches qui ne sont pas les vôtres. Demandez-le à un Administrateur.',
  'remplacee-par-elle': () => 'Un compte ne se remplace pas lui-même : choisissez un autre compte.',
  'rattachement-introuvable': () =>
    'Un compte, une antenne ou une équipe que vous avez choisis n’existe plus : rechargez la page.',
  'fiche-introuvable': () =>
    'Cette fiche n’existe pas, ou a été effacée : revenez à la recherche pour en ouvrir une autre.',

  // Guide §5: modèles and signets
  'modele-introuvable': () =>
    'Ce modèle n’existe plus : rechargez la page et choisissez-en un autre.',
  'modele-utilise': () =>
    'Ce modèle a déjà servi ou sert dans un envoi automatique : il ne peut pas être supprimé. Cochez « Inactif » pour le retirer des listes.',
  'modele-inactif': () =>
    'Ce modèle est inactif : décochez « Inactif » ou choisissez un autre modèle.',
  'modele-programme': (d) =>
    `${count(d, 'programmes', 'envoi programmé utilise', 'envois programmés utilisent')} ce modèle : choisissez de les annuler ou de les laisser partir.`,
  'modele-modifie-entretemps': (d) =>
    entretemps(`Le modèle « ${valeur(d, 'modele')} » a été modifié`),
  'modele-vide': () =>
    'Le message est vide : écrivez un texte avant d’enregistrer le modèle actif.',
  'message-demesure': (d) => `Ce message ne peut pas être mis en page : ${valeur(d, 'raison')}.`,
  'objet-obligatoire': () =>
    'L’objet est obligatoire pour un e-mail ou une newsletter : saisissez-le.',
  'type-contact-different': (d) =>
    `Le modèle « ${valeur(d, 'modele')} » n’est pas du type de contact choisi : choisissez un modèle de ce type.`,
  'destinataire-non-prevu': (d) =>
    `Le modèle « ${valeur(d, 'modele')} » n’est pas prévu pour ce type de destinataires : ajoutez-le au modèle ou choisissez-en un autre.`,
  'modalite-impossible': (d) =>
    `Cette modalité d’envoi est impossible pour ce modèle : ${valeur(d, 'raison')}.`,
  'signet-inconnu': (d) =>
    `Le signet « ${valeur(d, 'signet')} » n’existe pas : corrigez-le d’après la liste des signets disponibles.`,
  'signet-mal-ecrit': (d) =>
    `Un signet est mal écrit. ${valeur(d, 'raison')}. Ou bien enregistrez le modèle inactif.`,
  'signet-mal-place': (d) =>
    `Le signet « ${valeur(d, 'signet')} » ne peut pas servir ici : utilisez un signet du bon déclencheur.`,
  'piece-jointe-trop-lourde': (d) =>
    `Les pièces jointes et les images du message dépassent ${valeur(d, 'limite')} au total : allégez-les ou retirez-en une.`,
  'piece-jointe-refusee': (d) =>
    typeof d.raison === 'string'
      ? d.raison
      : 'Ce fichier n’est pas d’un type accepté : joignez un PDF, un document bureautique ou une image.',
  'piece-jointe-absente': () => 'Aucun fichier n’a été reçu : choisissez au moins un fichier.',
  'piece-jointe-introuvable': () =>
    'Cette pièce jointe n’existe plus : retirez-la du modèle et joignez-la de nouveau.',
  'piece-envoi-introuvable': () =>
    'Un fichier joint à cet envoi n’existe plus : retirez-le et joignez-le de nouveau.',
  'pieces-envoi-trop-lourdes': (d) =>
    `Avec ce que porte déjà le modèle « ${valeur(d, 'modele')} », les fichiers joints dépassent ${valeur(d, 'limite')} par message : allégez-les ou retirez-en un.`,
  'image-introuvable': () =>
    'Une image du message n’existe plus, ou n’est pas une image : retirez-la du message et insérez-la de nouveau.',
  'piece-jointe-sms': () =>
    'Un SMS ne porte pas de pièce jointe : retirez-la ou choisissez un e-mail.',
  'sms-trop-long': (d) =>
    `Le message compte ${count(d, 'sms', 'SMS', 'SMS')} : raccourcissez-le pour ne pas dépasser 6 SMS.`,

  'numero-exemplaire': () =>
    'Aucun mobile où envoyer l’exemplaire : saisissez votre numéro (10 chiffres, par exemple 0601020304).',
  'exemplaire-retenu': (d) =>
    `L’exemplaire ne peut pas partir. ${valeur(d, 'raison').replace(/\.$/, '')}.`,
  'adresse-a-prouver': (d) =>
    `Prouvez d’abord que ${valeur(d, 'vers')} est bien à vous : demandez le code, puis recopiez-le.`,
  'pays-non-permis': (d) =>
    `Le numéro ${valeur(d, 'numero')} est d’un pays où les SMS ne partent pas : saisissez un mobile français, ou faites ouvrir ce pays dans les réglages des envois.`,
  'sms-sans-fournisseur': () =>
    'Aucun fournisseur de SMS n’est choisi, l’exemplaire n’arriverait nulle part : choisissez-le dans les réglages des envois.',
  'trop-en-une-minute': (d) =>
    `Vous en avez demandé ${valeur(d, 'limite')} en une minute : attendez une minute, puis recommencez.`,
  'trop-en-un-jour': (d) =>
    `Vous en avez demandé ${valeur(d, 'limite')} en un jour, c’est la limite : recommencez demain.`,
  'exemplaire-impossible': (d) =>
    `L’exemplaire ne peut pas partir (${valeur(d, 'motif')}) : choisissez une autre personne pour l’aperçu ou corrigez le modèle.`,

  // Guide §6: envois automatiques
  'regle-introuvable': () => 'Cet envoi automatique n’existe plus : rechargez la page.',
  'regle-modifiee-entretemps': () => entretemps('Cet envoi automatique a été modifié'),
  'participation-introuvable': () =>
    'Cette personne ne participe pas à cette action : inscrivez-la d’abord, ou choisissez une autre action.',
  'soir-hors-bornes': (d) =>
    `L’envoi du ${valeur(d, 'soir')} ne peut pas être prévu : choisissez un soir à partir du ${valeur(d, 'prochain')}, dans les 60 jours.`,
  'soir-a-venir': () =>
    'Ce soir n’a pas encore eu lieu : son compte rendu paraît à partir de l’heure d’envoi.',
  'soir-sans-echec': () => 'Aucun message de ce soir n’est en échec : il n’y a rien à renvoyer.',
  'soir-de-tous': () =>
    'L’envoi du soir est celui de toute l’association, et votre profil n’en voit qu’une partie : retirez les messages de votre périmètre, ou demandez à un Administrateur de l’exécuter, de le suspendre ou de le reprendre.',
  'soiree-suspendue': () =>
    'L’envoi du soir est suspendu : reprenez-le dans « Ce soir », puis recommencez.',
  'regle-inactive': () =>
    'Cet envoi automatique est inactif : décochez « Inactif » pour l’exécuter.',
  'delai-hors-bornes': () =>
    'Le délai d’envoi va de 60 jours avant (-60) à 365 jours après l’action : saisissez un nombre entier entre les deux.',
  'regle-sans-critere': () =>
    'Aucun critère n’est choisi : l’envoi partirait aux participants de toutes les actions. Confirmez-le, ou choisissez au moins un critère.',

  // Guide §7 to §9: campagnes and envois
  'aucun-modele': () => 'Aucun modèle n’est choisi : cochez au moins un modèle.',
  'aucun-destinataire': () =>
    'Aucun destinataire n’est coché ou ne peut recevoir ce message : cochez au moins une personne.',
  'promotion-a-confirmer': (d) =>
    `${count(d, 'exclus', 'personne n’a', 'personnes n’ont')} pas d’accord RGPD renseigné et ne recevront pas cette promotion : confirmez pour continuer.`,
  'plafond-du-clic': (d) =>
    `${count(d, 'messages', 'message dépasse', 'messages dépassent')} ce que votre profil envoie en un clic, ${valeur(d, 'plafond')} au plus : choisissez moins de personnes, ou demandez cet envoi à un gestionnaire.`,
  'plafond-du-jour': (d) =>
    `Avec ${count(d, 'deja', 'message', 'messages')} depuis 24 heures, ${count(d, 'messages', 'message de plus dépasse', 'messages de plus dépassent')} ce que votre profil envoie en un jour, ${valeur(d, 'plafond')} au plus : attendez demain, ou demandez cet envoi à un gestionnaire.`,
  'soir-passe': () => 'Ce soir est déjà passé : choisissez une date à venir.',
  'soir-lointain': () => 'Ce soir est à plus d’un an : choisissez une date plus proche.',
  'liste-changee': (d) =>
    `La liste a changé depuis que vous l’avez lue : ${count(d, 'trouvees', 'personne recevrait', 'personnes recevraient')} le message, au lieu de ${valeur(d, 'lues')}. Rien n’est programmé : relisez, puis confirmez de nouveau.`,
  'campagne-sans-echec': () =>
    'Aucun envoi de cette campagne n’est en échec : il n’y a rien à renvoyer.',
  'campagne-introuvable': () => 'Cette campagne n’existe plus : rechargez la page.',
  'campagne-annulee': () =>
    'Cette campagne est annulée : créez-en une nouvelle pour envoyer ce modèle.',
  'filtre-refuse': (d) =>
    `Le filtre « ${valeur(d, 'nom')} » n’est pas enregistré : vous avez déjà un filtre de ce nom, ou celui-ci est à quelqu’un d’autre. Donnez-lui un autre nom.`,
  'critere-cache': () =>
    'Ces filtres ont un critère que vous ne pouvez pas voir : retirez-le, ou demandez à un gestionnaire de faire cet envoi.',
  'filtre-introuvable': () =>
    'Ce filtre n’existe plus, ou il est à quelqu’un d’autre : rechargez la page.',
  'filtre-modifie-entretemps': (d) => entretemps(`Le filtre « ${valeur(d, 'nom')} » a été modifié`),
  'texte-efface': () =>
    'Le texte de ce message n’est plus gardé : il est effacé après la durée réglée dans les réglages des envois. Sa date, son adresse et son statut restent dans l’historique.',
  'envoi-archive': () =>
    'Cet échec est trop ancien pour être renvoyé : le texte de son message n’est plus gardé. Envoyez le modèle de nouveau, depuis une fiche ou une campagne.',
  'envoi-introuvable': () => 'Cet envoi n’existe plus : rechargez la page.',
  'envoi-deja-parti': () => 'Cet envoi est déjà parti ou en cours : il ne peut plus être annulé.',
  'envoi-deja-programme': () =>
    'Ce message est déjà programmé pour cette personne : annulez-le d’abord, ou décochez « Seulement… » sur la fiche pour l’envoyer en plus.',
  'envoi-repete': () =>
    'Ce message vient d’être envoyé à cette personne : vérifiez son historique avant de l’envoyer encore une fois.',
  'confirmation-inconnue': () =>
    'Cette fenêtre n’est plus valable : fermez-la, rouvrez-la et relisez avant de confirmer.',
  'credits-plus-nombreux': (d) =>
    `Il faut ${count(d, 'demande', 'SMS', 'SMS')} alors que la fenêtre en annonçait ${valeur(d, 'lus')} : rouvrez-la et relisez le coût.`,
  'action-introuvable': () =>
    'Cette action n’existe pas, ou a été supprimée : revenez à la recherche pour en ouvrir une autre.',
  'place-trop-tard': () =>
    'Cette action est passée ou annulée : il n’y a plus de place à proposer.',
  'place-hors-attente': () =>
    'Cette personne n’est plus en liste d’attente : rechargez la page pour voir où elle en est.',
  'place-deja-proposee': () =>
    'Une place lui est déjà proposée : attendez sa réponse, ou reprenez la place.',
  'place-deja-repondue': () =>
    'Elle a répondu entre-temps, ou le délai est passé : rechargez la page.',
  'place-aucune': () =>
    'Aucune place n’est libre, ou toutes sont déjà proposées : attendez une réponse, ou reprenez une place proposée.',
  'place-sans-lien': (d) =>
    `Le modèle « ${valeur(d, 'modele')} » ne porte pas le lien de réponse : ajoutez-y \${action_lien_confirmation}, ou choisissez-en un autre.`,
  'place-injoignable': (d) =>
    `Ce message ne lui parviendrait pas (${valeur(d, 'raison').replace(/\.$/, '')}).`,
  'action-annulee': () =>
    'Cette action est annulée : confirmez pour écrire malgré tout à ses participants.',

  // Guide §1: settings, accounts and their verification
  'parametres-modifies-entretemps': () => entretemps('Les réglages ont été modifiés'),
  'adresse-locale': (d) =>
    `L’adresse ${valeur(d, 'adresse')} n’est pas une adresse https:// publique : corrigez-la, ou faites ouvrir ${valeur(d, 'hote')} par la personne qui installe l’application (SMS_RESEAU_LOCAL).`,
  'verification-impossible': (d) =>
    `Le message de vérification n’est pas parti (${valeur(d, 'raison').replace(/\.$/, '')}) : corrigez le compte, puis recommencez.`,
  'verification-inutile': () =>
    'Aucun fournisseur de SMS n’est choisi : choisissez-le et enregistrez avant de le vérifier.',
  'numero-non-mobile': () =>
    'Ce numéro n’est pas celui d’un mobile : saisissez un numéro de mobile, par exemple 0601020304.',
  'code-faux': () => 'Ce code n’est pas le bon : recopiez les 6 chiffres du dernier message reçu.',
  'code-expire': () =>
    'Ce code n’est plus valable (30 minutes, 5 essais) : demandez un nouveau message de vérification.',
  'code-absent': () => 'Aucun code n’est attendu : demandez d’abord un message de vérification.',

  // Oppositions and erasure (RGPD, art. 17 and 21)
  'adresse-illisible': () =>
    'Cette adresse n’est ni un e-mail ni un numéro : corrigez-la, par exemple 0601020304.',
  'referent-absent': () =>
    'Cette entreprise n’a pas de contact référent actif : personne n’y reçoit de message. Cochez « Contact référent » sur la fiche d’un de ses contacts.',
  'fiche-nommee': (d) =>
    `${count(d, 'envois', 'envoi porte', 'envois portent')} le nom de ${valeur(d, 'nom')} : la fiche ne peut pas être supprimée. Pour ne plus lui écrire, cochez « Inactif » ; si cette personne demande à être oubliée, un Administrateur ouvre sa fiche et choisit « Effacer la personne (RGPD) ».`,
  'personne-inconnue': () =>
    'Aucun envoi et aucune fiche ne nomment plus cette personne : il n’y a rien à effacer.',
  'envoi-en-cours': () =>
    'Un message est en train de partir vers cette personne : attendez une minute, puis recommencez.',

  // Guide §10: packages SMS
  'package-introuvable': () => 'Ce package SMS n’existe plus : rechargez la page.',
  'package-modifie-entretemps': () => entretemps('Ce package a été modifié'),
  'achat-futur': () =>
    'La date d’achat est dans l’avenir : saisissez celle de la facture, aujourd’hui au plus tard.',
  'package-utilise': () =>
    'Ce package a déjà servi : il reste dans le décompte. Corrigez son décompte s’il est faux.',
  'achetes-insuffisants': (d) =>
    `${count(d, 'consommes', 'SMS de ce package est déjà consommé', 'SMS de ce package sont déjà consommés')} : saisissez au moins ce nombre de SMS achetés, ou corrigez d’abord le décompte.`,
  'correction-trop-basse': (d) =>
    `${count(d, 'consommes', 'SMS seulement est décompté', 'SMS seulement sont décomptés')} sur ce package : retirez-en au plus autant.`,
  'correction-trop-haute': (d) =>
    `Ce package compte ${count(d, 'achetes', 'SMS acheté', 'SMS achetés')}, dont ${valeur(d, 'consommes')} déjà consommés : ajoutez-en au plus la différence.`,
  'credit-insuffisant': (d) =>
    `Il faut ${count(d, 'demande', 'SMS', 'SMS')} et il en reste ${valeur(d, 'disponible')} : achetez un package et saisissez-le dans Package SMS.`,
} satisfies Readonly<Record<string, (details: Details) => string>>;
