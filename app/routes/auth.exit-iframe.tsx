import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { GoOn } from "../ui/auth/go-on.tsx";

/** Shopify's library leads here what has to leave the frame: a consent or a bill. Only to the admin, or within the app. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const wanted = new URL(request.url).searchParams.get("exitIframe") ?? "";
  const { SHOPIFY_APP_URL, SHOPIFY_ADMIN_ORIGIN } = context.app.config;
  const url = wanted === "" ? null : URL.parse(wanted, SHOPIFY_APP_URL);
  const shopAdmin =
    url?.protocol === "https:" && url.port === "" && /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(url.hostname);
  const isAdmin = shopAdmin && /^\/admin(\/|$)/.test(url.pathname);
  const trusted = url && (isAdmin || [new URL(SHOPIFY_APP_URL).origin, SHOPIFY_ADMIN_ORIGIN].includes(url.origin));
  if (!trusted) throw redirect("/auth/login");
  return { destination: url.href };
}

export default function ExitFramePage() {
  const { t } = useTranslation("frame");
  return <GoOn title={t("auth.leaving")} destination={useLoaderData<typeof loader>().destination} />;
}
