// A profile as a form: what is said of the agency, its units, its signers, and to
// whom its documents go.

import { Field } from "./form-field.js";
import { Found } from "./form-found.js";
import { Rows } from "./profile-rows.js";

export class ProfileForm {
  #fields = new Map(); #desk; #root; #units; #signers;

  constructor(root, desk) {
    [this.#root, this.#desk] = [root, desk];
    const find = (id) => document.getElementById(id);
    this.#units = new Rows(find("units"), find("t-unit"), "units", desk, (said) => said("name") && { value: said("name") });
    this.#signers = new Rows(find("signers"), find("t-signer"), "signers", desk, (said) => said("position") && said("name") && { values: [said("position"), said("name"), said("authority")] });
    find("add-units").addEventListener("click", () => this.#units.add());
    find("add-signers").addEventListener("click", () => this.#signers.add());
    this.found = new Found(root, desk, { holder: (place) => this.#at(place)?.list ?? null, area: (place) => this.#at(place)?.area, called: () => "" });
  }

  show(form) {
    for (const f of form.fields) {
      let field = this.#fields.get(f.place);
      if (field?.show(f)) continue;
      const old = field?.element;
      field = new Field(f, this.#desk);
      field.show(f);
      this.#fields.set(f.place, field);
      if (old) old.replaceWith(field.element);
      else document.getElementById(f.place.startsWith("agency") ? "form-head" : "form-tail").append(field.element);
    }
    for (const [place, field] of this.#fields) {
      if (form.fields.some((f) => f.place === place)) continue;
      field.element.remove();
      this.#fields.delete(place);
    }
    this.#units.show(form.units);
    this.#signers.show(form.signers);
  }

  #at(place) {
    const field = this.#fields.get(place) ?? this.#fields.get(place.replace(/_\d+$/, ""));
    if (field) return { area: field.at(place), list: field.element.querySelector(".found") };
    return this.#units.find(place) ?? this.#signers.find(place);
  }

  // goTo puts the focus into the field of a place; false where there is none.
  goTo(place) {
    const at = this.#at(place);
    if (!at?.area) return false;
    at.area.focus();
    return this.#root.contains(at.area);
  }
}
