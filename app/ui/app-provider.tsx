import { Link, useNavigate } from "@remix-run/react";
import { type AppProviderProps, AppProvider as Polaris } from "@shopify/polaris";
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { polarisWordsOf } from "../i18n/polaris-words.ts";

/**
 * Polaris with its own words in the reader's language and with Remix's links. Shopify's AppProvider does the same in English only,
 * and loads App Bridge, which is in the head already, before all other scripts.
 */
export function AppProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => {
    // What a person chooses in the admin's own menu.
    const go = ({ target }: Event) => {
      const address = target instanceof Element ? target.getAttribute("href") : null;
      if (address) navigate(address);
    };
    addEventListener("shopify:navigate", go);
    return () => removeEventListener("shopify:navigate", go);
  }, [navigate]);
  return (
    <Polaris i18n={polarisWordsOf(i18n)} linkComponent={PolarisLink}>
      {children}
    </Polaris>
  );
}

type PolarisLinkProps = ComponentPropsWithoutRef<NonNullable<AppProviderProps["linkComponent"]>>;

const PolarisLink = forwardRef<HTMLAnchorElement, PolarisLinkProps>(function PolarisLink({ url, ...props }, ref) {
  return <Link {...props} to={url} ref={ref} />;
});
