package office

import (
	"time"

	"ketluan/render/pdf/sign"
	"ketluan/render/problem"
)

// The JSON of signatures: places in mm from the top left corner of the page,
// times as RFC 3339 in the time of Vietnam.
type (
	signatureJSON struct {
		Field        string       `json:"field"`
		Purpose      Purpose      `json:"purpose"`
		Page         int          `json:"page,omitempty"`
		Box          *boxJSON     `json:"box,omitempty"`
		Shows        string       `json:"shows,omitempty"`
		Kind         string       `json:"kind"`
		State        sign.State   `json:"state"`
		Reason       problem.Text `json:"reason,omitzero"`
		Signer       string       `json:"signer"`
		Organization string       `json:"organization,omitempty"`
		Issuer       string       `json:"issuer,omitempty"`
		Serial       string       `json:"serial,omitempty"`
		Claimed      string       `json:"claimed,omitempty"`
		Stamped      string       `json:"timestamp,omitempty"`
		Stamper      string       `json:"timestampBy,omitempty"`
		Digest       string       `json:"digest,omitempty"`
		Weak         []string     `json:"weak,omitempty"`
		Whole        bool         `json:"coversWholeFile"`
		Bytes        int          `json:"coversBytes"`
		Chain        sign.State   `json:"chain"`
		Why          problem.Text `json:"chainReason,omitzero"`
		After        []changeJSON `json:"changedAfter"`
	}
	boxJSON struct {
		X      float64 `json:"x"`
		Y      float64 `json:"y"`
		Width  float64 `json:"width"`
		Height float64 `json:"height"`
	}
	changeJSON struct {
		Kind     sign.ChangeKind `json:"kind"`
		Page     int             `json:"page,omitempty"`
		What     string          `json:"what,omitempty"`
		Harmless bool            `json:"harmless"`
		Message  problem.Text    `json:"message"`
	}
)

func signatureOf(s Signature) signatureJSON {
	j := signatureJSON{
		Field: s.Field, Purpose: s.Purpose, Page: s.Page, Shows: s.Shows, Kind: s.Kind, State: s.State, Reason: s.Reason,
		Signer: s.Signer.Name, Organization: s.Signer.Organization, Issuer: s.Signer.Issuer, Serial: s.Signer.Serial,
		Claimed: clock(s.Claimed), Stamped: clock(s.Stamped), Stamper: s.Stamper, Digest: s.Digest, Weak: s.Weak,
		Whole: s.Whole, Bytes: s.End, Chain: s.Chain, Why: s.Why, After: []changeJSON{},
	}
	if b := s.Box; b != (sign.Box{}) {
		j.Box = &boxJSON{float64(b.X), float64(b.Y), float64(b.Width), float64(b.Height)}
	}
	for _, c := range s.After {
		j.After = append(j.After, changeJSON{c.Kind, c.Page, c.What, c.Harmless(), ChangeInWords(c)})
	}
	return j
}

func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return Vietnam(t).Format(time.RFC3339)
}
