import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../i18n/words-of.server.ts";
import { shopDomainSchema } from "../lib/brand.ts";
import { adminAddress, safePath } from "../shopify/admin-address.ts";
import { AuthPage } from "../ui/auth/auth-page.tsx";
import { GoOn } from "../ui/auth/go-on.tsx";
import { useReopen } from "../ui/auth/use-reopen.ts";

/** Shopify's library sends here who comes without shop or host: from a bookmark, or by reloading the frame alone. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { SHOPIFY_ADMIN_ORIGIN, SHOPIFY_API_KEY } = context.app.config;
  const back = safePath(new URL(request.url).searchParams.get("back"));
  return { admin: SHOPIFY_ADMIN_ORIGIN, app: `/apps/${SHOPIFY_API_KEY}${back}`, back };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const shop = shopDomainSchema.safeParse(domainOf(String(form.get("shop") ?? "")));
  if (!shop.success) return { problem: (await wordsOf(request)).t("frame:auth.wrong") };
  // No redirect: `form-action 'self'` is checked at each of its hops, and the admin leads who is not signed in on to another origin.
  return { destination: adminAddress(context.app.config, shop.data, safePath(String(form.get("back") ?? ""))) };
}

/** `my-shop`, `my-shop.myshopify.com`, or an address copied from the admin. */
function domainOf(typed: string): string {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "");
  const [, handle] = /^admin\.shopify\.com\/store\/([^/?#]+)/.exec(text) ?? [];
  const host = handle ?? text.replace(/[/?#].*$/, "");
  return host.includes(".") ? host : `${host}.myshopify.com`;
}

export default function LoginPage() {
  const { t } = useTranslation("frame");
  const { admin, app, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useReopen(admin, app);
  if (answer?.destination) return <GoOn title={t("auth.opening")} destination={answer.destination} />;
  return (
    <AuthPage title={t("auth.open")}>
      <p>{t("auth.how")}</p>
      <Form method="post" reloadDocument target="_top">
        <input type="hidden" name="back" value={back} />
        <label>
          {t("auth.store")} <input name="shop" placeholder="my-store.myshopify.com" autoComplete="on" required />
        </label>{" "}
        <button type="submit">{t("auth.go")}</button>
        {answer?.problem ? <p role="alert">{answer.problem}</p> : null}
      </Form>
    </AuthPage>
  );
}
