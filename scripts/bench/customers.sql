-- :rows old customers. Every twentieth row is an earlier or later person again: the same e-mail, name and phone under another id.
-- A person's phone is unique: a person's number times a constant coprime to 700 million, cut into line, exchange and area.
create table old_crm_customers (
  id int primary key,
  name varchar(255),
  email varchar(255),
  phone varchar(255)
);

insert into old_crm_customers
with words as (
  select
    string_to_array('James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph '
      'Jessica Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty Mark Ashley Donald Emily Steven '
      'Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie '
      'George Rebecca Jason Sharon Edward Laura Jeffrey Cynthia Ryan Dorothy Jacob Amy Nicholas Kathleen Gary Angela Eric Shirley '
      'Jonathan Emma Stephen Brenda Larry Pamela Justin Nicole Scott Anna Brandon Samantha Benjamin Katherine Samuel Christine Gregory '
      'Debra Alexander Rachel Patrick Carolyn Frank Janet Raymond Maria Jack Olivia Dennis Heather Jerry Helen Tyler Catherine Aaron '
      'Diane Jose Julie Adam Victoria Nathan Joyce Henry Lauren Zachary Kelly Douglas Christina Peter Ruth Kyle Joan Noah Virginia '
      'Ethan Judith Jeremy Evelyn Christian Hannah Walter Andrea Keith Megan Austin Cheryl Roger Jacqueline Terry Madison Sean Teresa '
      'Gerald Abigail Carl Sophia Dylan Martha Harold Sara Jordan Gloria Jesse Janice Bryan Kathryn Lawrence Ann Arthur Isabella '
      'Gabriel Judy Bruce Charlotte Logan Julia Billy Grace Joe Amber Alan Alice Juan Jean Elijah Denise Willie Frances Albert '
      'Danielle Wayne Marilyn Randy Natalie Mason Beverly Vincent Diana Liam Brittany Roy Theresa Bobby Kayla Caleb Alexis', ' ') as given,
    string_to_array('Ander Black Brook Carl Chester Dal East Farm Gold Green Hamil Har Hart Hay Hender Holm Hunt John Ken Ket '
      'Lang Law Lind Mar Mill Mor Nor North Oak Old Park Peter Pres Ray Red Rich Rock Rose Sand Shel South Stan Stone Sutter Swan '
      'Thorn Wal West White Win', ' ') as stem,
    string_to_array('berg bury by croft dale den field ford ham ing ley man mann ridge son stein ton well wood worth', ' ') as ending,
    string_to_array('van|de|von der|da|de la|van den|di|le', '|') as particle,
    string_to_array('201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 '
      '253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 '
      '330 331 334 336 337 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 434 435 '
      '440 443 456 469 478 479 480 484 501 502', ' ') as area,
    array['example.com', 'example.org', 'example.net', 'mail.example.com', 'post.example.org', 'Example.Com'] as domain
), rows as (
  -- A duplicate stands for a person elsewhere in the id range who is not a duplicate itself.
  select id, case when id % 20 = 7 then other + (other % 20 = 7)::int else id end as person
  from (select id, 1 + (id * 7919::bigint) % :rows as other from generate_series(1, :rows) as id) as drawn
), digits as (
  select id, person, scattered % 10000 as line, scattered / 10000 % 700 + 200 as exchange, scattered / 7000000 as area_index
  from (select id, person, person * 123456789::bigint % 700000000 as scattered from rows) as numbered
), people as (
  select
    id,
    person,
    given[1 + person * 40503 % cardinality(given)] as first_name,
    case when person % 50 = 9 then particle[1 + person / 50 % 8] || ' ' else '' end
      || stem[1 + person * 48271 / 7 % 50] || ending[1 + person * 69621 / 11 % 20] as last_name,
    domain[1 + person % 6] as domain,
    area[1 + area_index % 100] as area,
    -- 211, 311 .. 811 and 555 are no exchanges.
    (case when exchange % 100 = 11 then 910 + exchange / 100 when exchange = 555 then 930 else exchange end)::text as exchange,
    lpad(line::text, 4, '0') as line
  from digits, words
)
select
  id,
  first_name || ' ' || last_name,
  lower(first_name) || '.' || replace(lower(last_name), ' ', '') || person || '@' || domain,
  case id % 6
    when 0 then '(' || area || ') ' || exchange || '-' || line
    when 1 then area || '-' || exchange || '-' || line
    when 2 then area || '.' || exchange || '.' || line
    when 3 then '+1 ' || area || ' ' || exchange || ' ' || line
    when 4 then area || exchange || line
    else '1-' || area || '-' || exchange || '-' || line
  end
from people
order by id;

vacuum (analyze) old_crm_customers;
