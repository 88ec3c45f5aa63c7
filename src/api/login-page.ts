import { escaped } from './html.ts';

/** The page that asks for the key: a form without script or style. `to` is the path to go to afterwards. */
export const loginPage = (to: string, wrong: boolean): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Demarche: key</title>
</head>
<body>
<main>
<h1>This desk asks for a key</h1>
${wrong ? '<p role="alert">That is not the key of this desk.</p>\n' : ''}<form method="post" action="/login">
<input type="hidden" name="to" value="${escaped(to)}">
<p><label for="key">Key</label> <input id="key" name="key" type="password" autocomplete="current-password" required autofocus></p>
<p><button type="submit">Open the desk</button></p>
</form>
<p>Whoever started the server has the key.</p>
</main>
</body>
</html>
`;
