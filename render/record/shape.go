package record

// A shape is what the value of a field looks like, as the schema tells editors.
type shape int

// The shapes.
const (
	aText           shape = iota
	texts                 // a text, or a list of texts
	aDate                 // 28/9/2020, 2020-09-28, 28 tháng 9 năm 2020
	aDateOfIssue          // a date, /9/2020, //2020
	aDeadline             // a date, or words that name one
	dateList              // dates
	dayList               // dates or spans of them, with or without a name
	aQuarter              // 2020-Q3, Quý III/2020
	aTerm                 // 2025-2030
	aCode                 // letters without marks, digits, . - _
	aPath                 // of a profile
	aYes                  // yes or no
	annexList             // the name of one, one of its own, or a list of these
	aTable                // rows of cells, or a file of them
	rowList               // lists of cells
	aTablePath            // of a CSV file
	aPrinting             // printed, not printed
	labels                // of the numbering
	headingStyle          // as-typed, capitals
	aSystem               // decree, party
	anEndMark             // ., ./.
	aToneStyle            // ủy, uỷ
	titles                // TM., KT., TL., TUQ., T/M, K/T, T/L with what they stand for
	aPosition             // what is no authority
	anEmail               // one address alone
	oneOrTwoSigners       // a key of signers, or a signer, or two of these
	signerKeys            // keys to signers
	reasonKeys            // rules to reasons
	anAgency              //
	unitList              // names, or units
	groupList             //
	itemList              // texts, or items
	aMeeting              //
	aMoment               // a time of the day, or one with a day
	aSlot                 // a time of the day, or two
	aPerson               // a line, a key of signers, or a person
	people                // one, or a list of them
	aCount                // a number of people
	sessionList           // texts, or sessions
	statementList         //
	paperList             //
	aTemplate             // the name of one
	aSigner               // a key of signers, or a signer
	aSigning              // a tool, or sizes of boxes
	aTool                 // vnpt, vgca
	aSize                 // 150x70
	aSpot                 // -62, -20
)
