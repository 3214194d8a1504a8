# Converts each paper of .\vao into .\ra by Word: run by notice-gen, in a folder of its own, with $kind = docx, pdf or pdfa.
# No double quotes and no other signs than ASCII: the text travels as one argument of a command line.

$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$here = (Get-Location).ProviderPath
$others = Join-Path $here 'kem-theo.txt'

# Called by name: the same whether .NET knows the types of Office or not.
function Invoke-Word($object, [string]$name, [object[]]$values) {
    [System.__ComObject].InvokeMember($name, [Reflection.BindingFlags]::InvokeMethod, $null, $object, $values)
}

function Get-Word { @(Get-Process -Name WINWORD -ErrorAction SilentlyContinue) }

function Convert-Paper($word, $file) {
    # Of a paper with a password the wrong one is given: an error, where Word would ask.
    # FileName, ConfirmConversions, ReadOnly, AddToRecentFiles, PasswordDocument, PasswordTemplate, Revert, WritePasswordDocument
    $document = Invoke-Word $word.Documents 'Open' @([string]$file.FullName, $false, $true, $false, '-', '-', $false, '-')
    try {
        $made = Join-Path $here ('ra\' + $file.BaseName)
        if ($kind -eq 'docx') {
            Invoke-Word $document 'SaveAs2' @([string]($made + '.docx'), 12)  # wdFormatXMLDocument
        } else {
            # path, wdExportFormatPDF, do not open, for print, all pages, from, to, without marks of changes, with properties,
            # with rights, bookmarks of headings, tags for readers, missing fonts as pictures, PDF/A
            $values = @([string]($made + '.pdf'), 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true, $true, ($kind -eq 'pdfa'))
            Invoke-Word $document 'ExportAsFixedFormat' $values
        }
    } finally {
        Invoke-Word $document 'Close' @(0)  # wdDoNotSaveChanges
    }
}

$before = @(Get-Word | ForEach-Object { $_.Id })
$word = New-Object -ComObject Word.Application
if ($word.Visible -or $word.Documents.Count -gt 0) {
    [Console]::WriteLine('Word dang mo')  # it is the user's, with papers of theirs: not to be touched
    exit 5
}
$own = @(Get-Word | Where-Object { $before -notcontains $_.Id -and $_.MainWindowHandle -eq 0 } | ForEach-Object { $_.Id })
if ($own.Count -ne 1) { $own = @() }  # somebody has just started another: which is ours cannot be told
[IO.File]::WriteAllText($others, $own -join ' ')
$links = $null
try {
    $word.DisplayAlerts = 0  # wdAlertsNone
    $word.AutomationSecurity = 3  # msoAutomationSecurityForceDisable: no macro runs
    $links = $word.Options.UpdateLinksAtOpen
    $word.Options.UpdateLinksAtOpen = $false
    foreach ($file in @(Get-ChildItem -LiteralPath (Join-Path $here 'vao') | Sort-Object { [int]$_.BaseName })) {
        try {
            [void](Convert-Paper $word $file)
        } catch {
            [Console]::WriteLine($_.Exception.GetBaseException().Message)  # the other papers go on
        }
    }
} finally {
    if ($null -ne $links) { $word.Options.UpdateLinksAtOpen = $links }  # a setting of the user's, which Word keeps
    if ($word.Documents.Count -gt 0) {
        [IO.File]::Delete($others)
        $word.Visible = $true  # a paper that the user opened meanwhile, and Windows put here
    } else {
        Invoke-Word $word 'Quit' @(0)
        [void][Runtime.InteropServices.Marshal]::ReleaseComObject($word)
        if ($own.Count -eq 1) { Wait-Process -Id $own[0] -Timeout 20 -ErrorAction SilentlyContinue }
    }
}
exit 0
