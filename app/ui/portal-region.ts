import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/**
 * Names the part of the document that Polaris draws menus, choices and dialogs in: it is beside the page's main part, and
 * who goes from landmark to landmark would not find it.
 */
export function usePortalRegion(): void {
  const { t } = useTranslation("frame");
  const label = t("portals");
  useEffect(() => {
    const portals = document.getElementById("PolarisPortalsContainer");
    portals?.setAttribute("role", "region");
    portals?.setAttribute("aria-label", label);
  }, [label]);
}
