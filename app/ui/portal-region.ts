import { useEffect } from "react";

/**
 * Names the part of the document that Polaris draws menus, choices and dialogs in: it is beside the page's main part, and
 * who goes from landmark to landmark would not find it.
 */
export function usePortalRegion(): void {
  useEffect(() => {
    const portals = document.getElementById("PolarisPortalsContainer");
    portals?.setAttribute("role", "region");
    portals?.setAttribute("aria-label", "Menus and dialogs");
  }, []);
}
