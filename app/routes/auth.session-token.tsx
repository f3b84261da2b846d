import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { shopDomainSchema } from "../lib/brand.ts";
import { adminAddress, ownAddress, safePath } from "../shopify/admin-address.ts";
import { AuthPage } from "../ui/auth/auth-page.tsx";
import { Phrase } from "../ui/phrase.tsx";

/**
 * Shopify's library sends a frame here whose session token is missing or out of date. App Bridge finds `shopify-reload` in
 * the address and loads that page with a new token. Only outside of the admin there is somebody to read the words.
 */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const shop = shopDomainSchema.safeParse(searchParams.get("shop"));
  const wanted = URL.parse(searchParams.get("shopify-reload") ?? "");
  const back = wanted ? safePath(ownAddress(wanted)) : "";
  return { admin: shop.success ? adminAddress(context.app.config, shop.data, back) : "/auth/login" };
}

export default function SessionTokenPage() {
  const { t } = useTranslation("frame");
  const { admin } = useLoaderData<typeof loader>();
  return (
    <AuthPage title={t("auth.openingApp")}>
      <p>
        <Phrase
          text={t("auth.stays")}
          parts={{
            admin: (
              <a href={admin} target="_top">
                {" "}
              </a>
            ),
          }}
        />
      </p>
    </AuthPage>
  );
}
