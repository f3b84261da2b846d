import { expect, it } from "vitest";
import { routePatterns } from "../../app/web/route-pattern.ts";

const module = { default: () => null };
const routeOf = routePatterns({
  root: { id: "root", path: "", module },
  "routes/app": { id: "routes/app", parentId: "root", path: "app", module },
  "routes/app.products.$id": { id: "routes/app.products.$id", parentId: "routes/app", path: "products/:id", module },
  "routes/auth.$": { id: "routes/auth.$", parentId: "root", path: "auth/*", module },
});

it("names a request by its route's pattern, so that ids are no series of their own", () => {
  expect(routeOf("/app/products/1234")).toBe("/app/products/:id");
  expect(routeOf("/app")).toBe("/app");
  expect(routeOf("/auth/anything/else")).toBe("/auth/*");
  expect(routeOf("/assets/root-abc.js")).toBe("static");
  expect(routeOf("/wp-login.php")).toBe("none");
});
