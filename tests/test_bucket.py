"""Feeds into an S3 on 127.0.0.1: the bytes of a local feed, whole or yesterday's."""

import json
import sys

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests.programs import run_program, run_scrapy

YESTERDAY = b'{"title":"yesterday"}\n'
KEYS = {
    "AWS_ACCESS_KEY_ID": "key",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_REGION_NAME": "us-east-1",
}


@pytest.fixture(scope="module")
def endpoint():
    """The address of an S3 with the bucket `news`."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    connect(address).create_bucket(Bucket="news")
    yield address
    server.stop()


def connect(address):
    return boto3.client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )


def read(endpoint, key):
    return connect(endpoint).get_object(Bucket="news", Key=key)["Body"].read()


def crawl(endpoint, *addresses, count=3, **task):
    """The stats of a crawl that yields `count` items into all `addresses`."""
    feeds = {str(address): {"format": "jsonl", "overwrite": True} for address in addresses}
    settings = {"FEEDS": feeds, "AWS_ENDPOINT_URL": endpoint} | KEYS
    full = json.dumps({"count": count, "settings": settings} | task)
    return run_program(sys.executable, "-m", "tests.feeder", full).lines()[-1]


def test_an_object_has_the_bytes_of_a_local_feed_of_the_same_crawl(endpoint, tmp_path):
    stats = crawl(endpoint, "s3://news/day/out.jsonl", tmp_path / "out.jsonl")
    assert "feed/failed" not in stats
    assert read(endpoint, "day/out.jsonl") == (tmp_path / "out.jsonl").read_bytes()
    assert read(endpoint, "day/out.jsonl").count(b"\n") == 3
    assert [file.name for file in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_stopped_crawl_leaves_yesterdays_object_and_says_so(endpoint):
    connect(endpoint).put_object(Bucket="news", Key="stopped.jsonl", Body=YESTERDAY)
    stats = crawl(endpoint, "s3://news/stopped.jsonl", stop="shutdown")
    assert read(endpoint, "stopped.jsonl") == YESTERDAY
    assert stats["feed/failed"] == (
        "s3://news/stopped.jsonl: the crawl ended as 'shutdown', its lines are not kept"
    )


def test_an_upload_that_is_refused_is_said_and_the_local_feed_is_written(endpoint, tmp_path):
    stats = crawl(endpoint, "s3://nowhere/out.jsonl", tmp_path / "out.jsonl")
    assert stats["feed/failed"].startswith("s3://nowhere/out.jsonl: ")
    assert "NoSuchBucket" in stats["feed/failed"]
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 3


def test_a_replay_goes_into_a_bucket_as_into_a_file(endpoint, tmp_path):
    page = "tests/pages/pna"
    settings = [
        f"-s{name}={value}" for name, value in {**KEYS, "AWS_ENDPOINT_URL": endpoint}.items()
    ]
    run = run_scrapy("replay", page, "-O", "s3://news/replay.jsonl", *settings)
    assert run.code == 0, run.err
    local = run_scrapy("replay", page, "-O", str(tmp_path / "a.jsonl"))
    assert local.code == 0, local.err
    assert read(endpoint, "replay.jsonl") == (tmp_path / "a.jsonl").read_bytes()
