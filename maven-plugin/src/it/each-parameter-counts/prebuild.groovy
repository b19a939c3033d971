// What changed since a revision is asked of git, so that the project is a repository of its own.
for (String command : [
    'init -q',
    'add -A',
    '-c user.name=n -c user.email=n@example.com -c commit.gpgsign=false commit -q -m all'
]) {
  Process git = ('git ' + command).execute(null as List, basedir)
  git.waitForProcessOutput(System.out, System.err)
  assert git.exitValue() == 0
}
return true
