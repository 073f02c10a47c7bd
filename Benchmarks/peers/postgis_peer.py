#!/usr/bin/env python3
"""The jobs of compare.py in PostGIS, in a database of its own that listens on a socket in a temporary folder.

    postgis_peer.py J1|J2|J3|J4 IN OUT      starts the server, does the job, stops it
    postgis_peer.py prepare FOLDER          makes the database; not part of what is measured
"""
import glob
import os
import pwd
import shutil
import subprocess
import sys
import time

CLUSTER = os.environ.get("BENCH_POSTGRES", "/tmp/gxq-map-bench-postgres")
SETTINGS = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={CLUSTER}", "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", "synchronous_commit=off", "-c", "shared_buffers=128MB", "-c", "work_mem=256MB", "-c", "maintenance_work_mem=256MB",
            "-c", "max_wal_size=8GB", "-c", "autovacuum=off", "-c", "jit=off"]
# A server does not run as root.
USER = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
NAME = USER.get("user") or pwd.getpwuid(os.getuid()).pw_name

PLANE = """
    CREATE UNLOGGED TABLE a AS SELECT id, CASE WHEN ST_IsValid(g) THEN g ELSE ST_MakeValid(g) END AS g
        FROM (SELECT id, ST_Transform(geom, 4548) AS g FROM source) AS s;
    CREATE INDEX ON a USING gist (g); ANALYZE a;"""
ABOVE_NOISE = "ST_Area(d.geom) > 0.01 AND 2 * ST_Area(d.geom) / ST_Perimeter(d.geom) > 0.005"
JOBS = {
    "J1": PLANE + f"""
        SELECT coalesce(json_agg(json_build_array(l.id, r.id)), '[]') FROM a l JOIN a r ON l.id < r.id AND ST_Intersects(l.g, r.g)
        WHERE NOT ST_Touches(l.g, r.g)
          AND EXISTS (SELECT FROM ST_Dump(ST_Intersection(l.g, r.g)) AS d WHERE ST_Dimension(d.geom) = 2 AND {ABOVE_NOISE})""",
    "J2": PLANE + f"""
        WITH rings AS (SELECT (ST_DumpRings(p.geom)).* FROM ST_Dump((SELECT ST_Union(g, 0.001) FROM a)) AS p),
             holes AS (SELECT ST_Transform(ST_PointOnSurface(d.geom), 4490) AS p FROM rings AS d WHERE d.path[1] > 0 AND {ABOVE_NOISE})
        SELECT coalesce(json_agg(json_build_array(ST_X(p), ST_Y(p))), '[]') FROM holes""",
    "J3": "SELECT coalesce(json_agg(id), '[]') FROM source WHERE NOT ST_IsValid(ST_Transform(geom, 4548))",
    "J4": """
        CREATE UNLOGGED TABLE a AS SELECT id, ST_Transform(geom, 4548) AS g FROM source;
        CREATE INDEX ON a USING gist (g); ANALYZE a;
        CREATE UNLOGGED TABLE ends AS SELECT id, p, round(ST_X(p)::numeric, 3) AS x, round(ST_Y(p)::numeric, 3) AS y
            FROM (SELECT id, ST_StartPoint(g) AS p FROM a UNION ALL SELECT id, ST_EndPoint(g) FROM a) AS e;
        CREATE UNLOGGED TABLE loose AS SELECT min(id) AS id, min(p::text)::geometry AS p FROM ends GROUP BY x, y HAVING count(*) = 1;
        -- Lines that share an end are one cluster: those of the line between their ends do it.
        SELECT json_build_object(
            'dangles', (SELECT count(*) FROM loose),
            'short', (SELECT coalesce(json_agg(DISTINCT l.id ORDER BY l.id), '[]') FROM loose l JOIN a ON ST_DWithin(l.p, a.g, 1.0) AND a.id <> l.id),
            'components', (SELECT count(DISTINCT c) FROM (SELECT ST_ClusterDBSCAN(ST_Collect(ST_StartPoint(g), ST_EndPoint(g)), 0.001, 1) OVER () AS c FROM a) AS k))""",
}


def program(name):
    found = shutil.which(name) or next(iter(sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)), None)
    if not found or not glob.glob("/usr/share/postgresql/*/extension/postgis.control"):
        sys.exit("PostGIS is not installed")
    return found


def run(*command, **options):
    return subprocess.run(command, check=True, cwd="/", stdout=subprocess.PIPE, **USER, **options).stdout


def psql(*arguments, **options):
    return run(program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", CLUSTER, "-U", NAME, "-d", "postgres",
               *arguments, **options)


class Server:
    def __enter__(self):
        self.process = subprocess.Popen([program("postgres"), "-D", f"{CLUSTER}/data", *SETTINGS], cwd="/", stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, **USER)
        for _ in range(400):
            if os.path.exists(f"{CLUSTER}/.s.PGSQL.5432"):
                ready = subprocess.run([program("pg_isready"), "-q", "-h", CLUSTER], cwd="/", **USER)
                if ready.returncode == 0:
                    return
            time.sleep(0.05)
        self.__exit__()
        sys.exit("the server does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def prepare():
    shutil.rmtree(CLUSTER, ignore_errors=True)
    os.makedirs(CLUSTER, mode=0o755)
    if USER:
        shutil.chown(CLUSTER, **USER)
    run(program("initdb"), "-D", f"{CLUSTER}/data", "-U", NAME, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C")
    with Server():
        psql("-c", "CREATE EXTENSION postgis")


def rows(path):
    """The features as lines for COPY: id, and geometry as hexadecimal WKB."""
    import numpy
    import shapely
    from parcels import features, flat
    found = features(path)
    areas = found[0]["geometry"]["type"] == "Polygon"
    xy, lengths = flat(f["geometry"]["coordinates"][0] if areas else f["geometry"]["coordinates"] for f in found)
    which = numpy.repeat(numpy.arange(len(lengths)), lengths)
    shapes = shapely.polygons(shapely.linearrings(xy, indices=which)) if areas else shapely.linestrings(xy, indices=which)
    wkb = shapely.to_wkb(shapely.set_srid(shapes, 4490), hex=True, include_srid=True)
    return "".join(f"{f['id']}\t{w}\n" for f, w in zip(found, wkb)).encode()


def main():
    if sys.argv[1] == "prepare":
        return prepare()
    job, source, target = sys.argv[1:]
    # Asked to stop, it stops the server too.
    import signal
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    with Server():
        psql("-c", "DROP TABLE IF EXISTS source, a, ends, loose; CREATE UNLOGGED TABLE source (id text, geom geometry)")
        psql("-c", "COPY source FROM STDIN", input=rows(source))
        answer = psql("-f", "-", input=("ANALYZE source;" + JOBS[job]).encode())
        psql("-c", "DROP TABLE IF EXISTS source, a, ends, loose")
    with open(target, "wb") as file:
        file.write(answer)


main()
