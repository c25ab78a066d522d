# Sourced by ./build and ./crateworks: sets JAVA_HOME to a JDK of at least this version, or says
# in one sentence what to install.
jdk_needed=25

jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
  local path_java candidate major
  path_java=$(command -v javac 2>/dev/null) && path_java=$(readlink -f "$path_java") || path_java=
  for candidate in "${JAVA_HOME:-}" "${path_java%/bin/javac}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    major=$(jdk_major "$candidate") || continue
    if [ -n "$major" ] && [ "$major" -ge "$jdk_needed" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "Crateworks needs JDK $jdk_needed or newer and found none: install one (for example Temurin $jdk_needed) or set JAVA_HOME." >&2
  return 1
}

# Runs Maven on that JDK, two modules at once, without the warnings that Maven's own libraries cause
# on new JDKs.
maven() {
  command -v mvn >/dev/null 2>&1 || {
    echo "Crateworks is built with Maven 3.8 or newer and found none: install it (Debian: apt-get install maven)." >&2
    return 1
  }
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" mvn -B -ntp -T 2 "$@"
}
