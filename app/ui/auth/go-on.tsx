import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Phrase } from "../phrase.tsx";
import { AuthPage } from "./auth-page.tsx";

/** Leaves the app for another address, out of the admin's frame if need be; by a link where scripts do not run. */
export function GoOn({ title, destination }: { title: string; destination: string }) {
  const { t } = useTranslation("frame");
  useEffect(() => {
    if (window.parent === window) window.location.assign(destination);
    else window.open(destination, "_top");
  }, [destination]);
  return (
    <AuthPage title={title}>
      <p>
        <Phrase
          text={t("auth.staysHere")}
          parts={{
            here: (
              <a href={destination} target="_top">
                {" "}
              </a>
            ),
          }}
        />
      </p>
    </AuthPage>
  );
}
