import { useEffect } from "react";
import { AuthPage } from "./auth-page.tsx";

/** Leaves the app for another address, out of the admin's frame if need be; by a link where scripts do not run. */
export function GoOn({ title, destination }: { title: string; destination: string }) {
  useEffect(() => {
    if (window.parent === window) window.location.assign(destination);
    else window.open(destination, "_top");
  }, [destination]);
  return (
    <AuthPage title={title}>
      <p>
        If this page stays,{" "}
        <a href={destination} target="_top">
          go on here
        </a>
        .
      </p>
    </AuthPage>
  );
}
