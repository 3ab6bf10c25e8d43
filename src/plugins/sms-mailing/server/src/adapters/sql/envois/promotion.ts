/** Decision D6, of a row that names its type de contact, beside its modèle `m`: is it a promotion by e-mail? */
export function sqlPromotionParEmail(ligne: string): string {
  return `(${ligne}.type_contact = 'newsletter' OR (${ligne}.type_contact = 'email' AND coalesce(m.but, '') = 'promotion'))`;
}
