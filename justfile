# What CI runs.
ci:
    bash .ci/run

# The plan of a sample roster.
demo:
    cargo run --release --quiet -- examples/team.csv

# Every benchmark; runs are kept in benches/runs.
bench:
    cargo bench

# Licences, sources and advisories of all crates.
deny:
    scripts/deny
