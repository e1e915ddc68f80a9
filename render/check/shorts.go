package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ketluan/render/record"
)

// knownShorts are abbreviations that stand in official texts. An abbreviation one
// slip off from one of them is asked about; one that is here never is.
var knownShorts = shortsByLength(`
	UBND HĐND UBMTTQ UBMTTQVN MTTQ MTTQVN ĐBQH UBTVQH UBKT BCĐ BCH BCHTW BCHQS BTV BTVTU BTVĐU BTGDV VPUB VPĐU VPTU VPCP TTCP TTHĐND TTĐU BTCTU
	TTHC CCHC QLNN QLDA QLTT QLĐT QLĐĐ BQL BQLDA BQLKKT ĐTXD XDCB ĐTXDCB TMĐT KHĐT KHTC TCKH TCCB TCHC HCTH HCQT TCHCTH HCNS KTXH KTTT QPTD QPAN ANQP
	GPMB BTGPMB BTHT QSDĐ GCNQSDĐ GCNQSD SDĐ QHSDĐ KHSDĐ VPĐK VPĐKĐĐ TTPTQĐ PTQĐ BVMT ĐTM ĐMC BĐKH CTRSH CTNH NTTS KTTS BVTV CNTY BVPTR
	CNTT CNTTTT CNTT CĐS CSDL CSDLQG HTTT ATTT ANTT ANTTCS ANCT ANTQ TTATXH TTATGT ATGT TNGT CQĐT CQS CPĐT DVC DVCTT DVCTTTT TTDVC TTPVHCC PVHCC HCC CCCD
	PCCC CNCH PCCCCNCH PCTT TKCN PCTN PCTP PTDS PTDSTT THTK CLP THTKCLP TCLP BHXH BHYT BHTN BHXHTN BTXH CSXH NHCSXH NHNN NHTM TCTD QTDND XĐGN
	GTVT GTNT KHCN KHKT NCKH SHTT ĐMST KNĐMST TCĐLCL TĐC TNMT NNMT NNPTNT PTNT NTM XDNTM MTQG CTMTQG DTTS DTTSMN ĐBDTTS ĐBKK DTTG
	GDĐT GDNN GDTX GDMN GDPT GDTC GDCD GDQP GDQPAN PBGDPL TTGDTX GDNNGDTX VHTT VHTTDL VHTTDLGĐ VHXH VHTTTT TDTT TDĐKXDĐSVH XDĐSVH NSVM DSVH
	LĐTBXH TBXH TBLS XKLĐ ATVSLĐ ATLĐ BHLĐ LĐLĐ NLĐ NSDLĐ CNVC CNVCLĐ CCVC CBCC CBCCVC CBCCVCNLĐ CBQL VTVL HĐLĐ HĐND TNCS TNCSHCM TNXP LHPN CCB HCCB HLHPN HND HCTĐ
	ATTP ATVSTP VSATTP VSMT VSMTNT NSVSMT YTDP KCB KBCB TTYT TYT BVĐK TTKSBT KSBT SKSS KHHGĐ DSKHHGĐ TCMR SXH CSSK CSSKBĐ HIV AIDS COVID SARS
	VBQPPL QPPL XDPL TGPL THADS THAHS VKSND VKSNDTC VKS TAND TANDTC KSND CQĐT CSĐT CSGT CSKV CSQLHC QLHC XNC BĐBP DQTV DBĐV NVQS SCH KVPT LLVT LLVTND QNCN VLNCN VLNXD VKVLN
	NSNN NSTW NSĐP NSTU TPCP KBNN XSKT GTGT TNCN TNDN TTĐB XNK SXKD SXNN SXCN VLXD TCVN QCVN TCXD TCXDVN BTCT BTXM BTNN TVGS TVTK TVQLDA BVTC TKBVTC BVTCDT KTKT BCKTKT BCNCKT
	BCNCTKT HSMT HSDT HSYC HSMST HSĐX KHLCNT LCNT KQLCNT ĐTPT ĐTNN TTXDCB KHV QTDAHT DAHT TSC TSCĐ TSNN QTTS ĐGTS
	DNNN DNNVV DNVVN DNTN TNHH TNHHMTV CTCP HTX HTXNN LMHTX THT KCN KKT KKTDQ KCNC KCX CCN CCNLN TTCN TTCNLN TMĐT TMDV XTTM XTĐT XTDL KTNN NOXH KĐT KDC TĐC KTĐC BĐS HTKT HTKTXH HTĐT
	THPT THCS TNTHPT PTDTNT PTDTBT TSĐC HSSV CĐSP ĐHQG CSVC CSHT OCOP FDI ODA PPP BOT BTL NGO UNESCO ASEAN WTO GRDP PAPI PARINDEX SIPAS PCI DDCI DTI ICT ISO VIETGAP GLOBALGAP HACCP
	CHXHCN CHXHCNVN ĐCSVN XHCN CNXH CNHHĐH CNH HĐH CNQP KTQP VPQH UBQPAN TƯ TW BCHTƯ BTC BNV BTP BXD BCT BYT BCA BQP BKHCN BNNMT BGDĐT BVHTTDL BTNMT BGTVT BKHĐT BTTTT BLĐTBXH`)

func shortsByLength(s string) map[int][]string {
	all := map[int][]string{}
	for _, short := range strings.Fields(s) {
		n := utf8.RuneCountInString(short)
		if !slices.Contains(all[n], short) {
			all[n] = append(all[n], short)
		}
	}
	return all
}

// shortFor returns the abbreviation that a word is one slip off from; "" where it
// is known, where none or more than one is near, or where the record says what it
// is, or has it twice.
func (n *notice) shortFor(p *record.Passage, w word) string {
	if w.digits || w.capitals < 4 || w.to-w.from > 24 || touches(p.Text, w) {
		return ""
	}
	s := []rune(w.s)
	if len(s) != w.capitals || slices.Contains(knownShorts[len(s)], w.s) {
		return ""
	}
	found := ""
	for _, length := range []int{len(s) - 1, len(s), len(s) + 1} {
		for _, short := range knownShorts[length] {
			if !oneSlip(s, []rune(short)) {
				continue
			}
			if found != "" {
				return moreCommon(found, short)
			}
			found = short
		}
	}
	if found == "" || p.Text[max(0, w.from-1):w.from] == "(" || n.hasTwice(w.s) {
		return ""
	}
	return found
}

// moreCommon returns that of two abbreviations which is meant where both are near:
// the People's Council and the People's Committee are in every text.
func moreCommon(a, b string) string {
	for _, short := range []string{"HĐND", "UBND"} {
		if a == short || b == short {
			return short
		}
	}
	return ""
}

// hasTwice reports a word that a record has more than once, its plain fields among
// the rest.
func (n *notice) hasTwice(s string) bool {
	seen := 0
	for _, p := range n.rec.Passages() {
		seen += strings.Count(p.Text, s)
	}
	return seen > 1
}

// oneSlip reports an abbreviation that is typed with one letter too few or one of its
// own too many, with two that changed places, with D for Đ, or with a letter for the one
// beside it, in the word or on the keyboard.
func oneSlip(s, right []rune) bool {
	i := 0
	for i < len(s) && i < len(right) && s[i] == right[i] {
		i++
	}
	switch rest, meant := s[i:], right[i:]; {
	case len(s) == len(right)+1:
		return len(right) > 3 && slices.Contains(right, rest[0]) && slices.Equal(rest[1:], meant)
	case len(s)+1 == len(right):
		return slices.Equal(rest, meant[1:])
	case len(rest) == 0:
		return false
	case slices.Equal(rest[1:], meant[1:]):
		beside := i > 0 && s[i] == s[i-1] || len(rest) > 1 && rest[0] == rest[1]
		return beside || rest[0]+meant[0] == 'D'+'Đ' || besideOnKeys(rest[0], meant[0])
	default:
		return len(rest) > 1 && rest[0] == meant[1] && rest[1] == meant[0] && slices.Equal(rest[2:], meant[2:])
	}
}

// besideOnKeys reports two letters whose keys are side by side.
func besideOnKeys(a, b rune) bool {
	for _, row := range []string{"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"} {
		i, j := strings.IndexRune(row, a), strings.IndexRune(row, b)
		if i >= 0 && j >= 0 && (i-j == 1 || j-i == 1) {
			return true
		}
	}
	return false
}
