// Command sql runs a script from standard input in a new database and writes the rows
// of its queries, values between bars, as the command sqlite3 does. The drivers are
// heavy, which is why it is a module of its own.
//
//	sql duckdb|sqlite
package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"os"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2"
	_ "modernc.org/sqlite"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(driver string) error {
	name := ":memory:"
	if driver == "duckdb" {
		name = ""
	}
	db, err := sql.Open(driver, name)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, statement := range strings.Split(string(text), ";\n") {
		switch {
		case strings.TrimSpace(statement) == "":
		case strings.HasPrefix(statement, "-- "):
			if err := query(db, statement, out); err != nil {
				return fmt.Errorf("%w\n%s", err, statement)
			}
		default:
			if _, err := db.Exec(statement); err != nil {
				return fmt.Errorf("%w\n%.300s", err, statement)
			}
		}
	}
	return nil
}

func query(db *sql.DB, text string, out io.Writer) error {
	rows, err := db.Query(text)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values := make([]sql.NullFloat64, len(columns))
	places := make([]any, len(columns))
	for i := range values {
		places[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(places...); err != nil {
			return err
		}
		for i, v := range values {
			if i > 0 {
				fmt.Fprint(out, "|")
			}
			if v.Valid {
				fmt.Fprintf(out, "%.17g", v.Float64)
			}
		}
		fmt.Fprintln(out)
	}
	return rows.Err()
}
