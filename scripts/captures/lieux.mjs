export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const region = (page, name) => page.getByRole('region', { name });
export const dialogue = (page) => page.getByRole('dialog');
