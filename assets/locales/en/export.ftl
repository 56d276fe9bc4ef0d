# The access report.
export-title = Make an access report of { $name }
export-intro = Everything you keep about { $name }: a PDF to read and a JSON file for the computer.
export-log = We record in the log that you make this report.
export-check = Check whether it holds data of others. Make that unreadable before you give it.
export-save = Save (PDF and JSON)
export-print = Open to print
export-busy = Making the report...
export-done = { $n ->
    [one] The report is ready: 1 page.
   *[other] The report is ready: { $n } pages.
}
